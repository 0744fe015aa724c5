import { useState } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import type { Preview } from '../../../shared/api/contract/intake.ts';
import { intakeText } from '../../text/intake.ts';
import { goTo } from '../../app/navigation.ts';
import { listText } from '../../text/list.ts';
import { useTakeList } from '../assignment/list/useTakeList.ts';
import { sentFile } from './sentFiles.ts';
import { FileFacts } from './FileFacts.tsx';
import { MapPreviewed } from './MapPreviewed.tsx';

type PreviewFile = Preview['files'][number];

/** More leave too little room for the rows. */
const SHOWN_FILES = 3;

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    // Half a line shows that there are more.
    maxHeight: '168px',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

interface FileSummariesProps {
  readonly previewId: string;
  readonly files: readonly PreviewFile[];
}

/** What each file turned out to be, and how its rows fared. */
export function FileSummaries({ previewId, files }: FileSummariesProps) {
  const styles = useStyles();
  const [mapped, setMapped] = useState<PreviewFile | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const isLong = files.length > SHOWN_FILES;
  const shown = isLong && !showsAll ? calledFor(files) : files;
  return (
    <section className={styles.root} aria-label={intakeText.filesLabel} tabIndex={0}>
      <ul className={styles.list}>
        {shown.map((file) => (
          <FileSummary key={file.fileId} file={file} onMap={() => setMapped(file)} />
        ))}
      </ul>
      {isLong && (
        <Button
          size="large"
          appearance="transparent"
          aria-expanded={showsAll}
          icon={showsAll ? <ChevronUpRegular /> : <ChevronDownRegular />}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? intakeText.fewerFiles : intakeText.allFiles(files.length)}
        </Button>
      )}
      {mapped !== null && mapped.mapping !== null && (
        <MapPreviewed
          previewId={previewId}
          fileId={mapped.fileId}
          name={mapped.label}
          mapping={mapped.mapping}
          onClose={() => setMapped(null)}
        />
      )}
    </section>
  );
}

function FileSummary({ file, onMap }: { readonly file: PreviewFile; readonly onMap: () => void }) {
  const take = useTakeList();
  const list = isList(file) ? sentFile(file.label) : null;
  return (
    <FileFacts
      name={file.label}
      file={file}
      rows={file.rows}
      issues={list === null ? file.issues.filter(({ severity }) => severity !== 'info') : []}
      acts={
        <>
          {list !== null && (
            <Button
              size="large"
              appearance="primary"
              onClick={() => void take(list).then(() => goTo({ page: 'list' }))}
            >
              {listText.use}
            </Button>
          )}
          {file.mapping !== null && (
            <Button size="large" onClick={onMap}>
              {file.mapping.isConfirmed ? intakeText.mappingAgain : intakeText.mapping}
            </Button>
          )}
        </>
      }
    >
      {list !== null && <Text>{listText.isList}</Text>}
    </FileFacts>
  );
}

/** The files about which a person has to do or know something. */
function calledFor(files: readonly PreviewFile[]): readonly PreviewFile[] {
  const isCalledFor = (file: PreviewFile): boolean =>
    isList(file) ||
    (file.mapping !== null && !file.mapping.isConfirmed) ||
    file.issues.some(({ severity }) => severity !== 'info');
  return files.filter(isCalledFor);
}

/** Whether it brings no device in and names some: a list of changes, most likely. */
const isList = ({ rows, mapping }: PreviewFile): boolean =>
  rows === 0 && mapping !== null && !mapping.isConfirmed && mapping.guess.includes('serialNumber');
