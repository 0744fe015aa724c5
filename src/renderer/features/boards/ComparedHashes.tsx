import { useRef, useState } from 'react';
import { Button, Field, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons';
import type { HashSource } from '../../../shared/api/contract/boards.ts';
import {
  boardFieldProblem,
  boardFindingWords,
  comparisonSentence,
  effectTitles,
  partTitle,
} from '../../../shared/boards/boardWords.ts';
import type { HashComparison, PartChange } from '../../../shared/boards/hashComparison.ts';
import type { Capture } from '../../../shared/devices/capture.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { boardText } from '../../text/boards.ts';
import { commonText } from '../../text/common.ts';
import { formatter } from '../../text/formatter.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { textOfFile } from './textOfFile.ts';

const useStyles = makeStyles({
  choices: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalL },
  result: { display: 'grid', gap: tokens.spacingVerticalM },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0 },
  choose: { justifySelf: 'start', alignSelf: 'flex-start' },
});

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly source: HashSource;
}

/** Compares two captures of a device, or one with a file. The newest two are compared first. */
export function ComparedHashes({ captures }: { readonly captures: readonly Capture[] }) {
  const styles = useStyles();
  const fileInput = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly Choice[]>([]);
  const choices = [...captures.map(choiceOf), ...files];
  const [chosen, setChosen] = useState<{ readonly old: string | null; readonly recent: string | null }>({
    old: null,
    recent: null,
  });
  const recent = choices.find(({ key }) => key === chosen.recent) ?? choices[0];
  const old = choices.find(({ key }) => key === chosen.old) ?? choices.find(({ key }) => key !== recent?.key);
  const reading = useProcedure(
    'boards.compare',
    old === undefined || recent === undefined ? null : { old: old.source, recent: recent.source },
    [],
  );

  async function take(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    const choice = {
      key: `file ${files.length}`,
      label: boardText.file(file.name),
      source: { text: await textOfFile(file) },
    };
    setFiles([...files, choice]);
    setChosen({ old: recent?.key ?? null, recent: choice.key });
  }

  return (
    <>
      <div className={styles.choices}>
        <Field label={boardText.old}>
          <Select value={old?.key ?? ''} onChange={(_, { value }) => setChosen({ ...chosen, old: value })}>
            {old === undefined && <option value="">{commonText.none}</option>}
            {choices.map(optionOf)}
          </Select>
        </Field>
        <Field label={boardText.recent}>
          <Select value={recent?.key ?? ''} onChange={(_, { value }) => setChosen({ ...chosen, recent: value })}>
            {choices.map(optionOf)}
          </Select>
        </Field>
      </div>
      <Button
        size="large"
        className={styles.choose}
        icon={<DocumentSearchRegular />}
        onClick={() => fileInput.current?.click()}
      >
        {boardText.chooseFile}
      </Button>
      <input
        ref={fileInput}
        type="file"
        hidden
        aria-label={boardText.chooseFile}
        onChange={({ currentTarget }) => void take(currentTarget)}
      />
      {old === undefined ? (
        <Text>{boardText.tooFew}</Text>
      ) : (
        <Loaded reading={reading}>{(comparison) => <Result comparison={comparison} />}</Loaded>
      )}
    </>
  );
}

const optionOf = ({ key, label }: Choice) => (
  <option key={key} value={key}>
    {label}
  </option>
);

function choiceOf({ id, collectedAt, source }: Capture): Choice {
  const when = collectedAt === null ? boardText.undated : formatter.instant(collectedAt);
  return { key: `capture ${id}`, label: boardText.capture(when, source), source: { captureId: id } };
}

function Result({ comparison }: { readonly comparison: HashComparison }) {
  const styles = useStyles();
  const remarks = [
    ...comparison.findings.map(boardFindingWords),
    ...comparison.fields.flatMap((check) => boardFieldProblem(check) ?? []),
  ];
  return (
    <div className={styles.result} role="status">
      <Text weight="semibold">{comparisonSentence(comparison)}</Text>
      {comparison.changes.length > 0 && <Changes changes={comparison.changes} />}
      {remarks.length > 0 && (
        <ul className={styles.list}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Changes({ changes }: { readonly changes: readonly PartChange[] }) {
  const styles = useStyles();
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <table className={styles.table} aria-label={boardText.changes}>
      <thead>
        <tr>
          {Object.values(boardText.columns).map((column) => (
            <th key={column} scope="col" className={head}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.part} ${change.recordType ?? ''}`}>
            <th scope="row" className={styles.cell}>
              {partTitle(change)}
            </th>
            <td className={styles.cell}>{change.before.join(', ') || '—'}</td>
            <td className={styles.cell}>{change.after.join(', ') || '—'}</td>
            <td className={styles.cell}>{effectTitles[change.effect]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
