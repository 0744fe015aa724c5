import { useRef } from 'react';
import { Button, makeStyles, mergeClasses, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { DocumentArrowDownRegular, FolderOpenRegular } from '@fluentui/react-icons';
import type { KeptPreview } from '../../../shared/api/contract/intake.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { intakeText } from '../../text/intake.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PrimaryAction } from '../../ui/PrimaryAction.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useDropZone } from '../../ui/useDropZone.ts';
import { AddDeviceButton } from '../devices/add/AddDeviceButton.tsx';
import { chosenFiles, droppedFiles } from './droppedFiles.ts';
import { KeptPreviews } from './KeptPreviews.tsx';
import { useTakeFiles } from './useTakeFiles.ts';

const useStyles = makeStyles({
  zone: {
    flexGrow: 1,
    display: 'grid',
    justifyItems: 'center',
    alignContent: 'center',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  icon: { fontSize: '48px', lineHeight: 1, color: tokens.colorBrandForeground1 },
  title: { ...typographyStyles.title3, margin: 0 },
  sentence: { maxWidth: '560px' },
  acts: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalM },
  alone: { alignSelf: 'center' },
  reads: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    textAlign: 'left',
    color: tokens.colorNeutralForeground2,
  },
});

interface DropScreenProps {
  readonly failure: Failure | null;
  /** Imports to go on with. */
  readonly kept: readonly KeptPreview[];
}

/** Where files come in: dropped, or chosen. */
export function DropScreen({ failure, kept }: DropScreenProps) {
  const styles = useStyles();
  const { tenant } = useWorkspace();
  const takeFiles = useTakeFiles();
  const { isOver, zone } = useDropZone((dropped) => void droppedFiles(dropped).then(takeFiles));
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);

  function take(input: HTMLInputElement, isFolder: boolean): void {
    takeFiles({ files: chosenFiles(input.files ?? []), isFolder });
    // The same file can be chosen again after it was mended.
    input.value = '';
  }

  return (
    <Screen title={intakeText.title}>
      {failure !== null && <ProblemBar failure={failure} />}
      <KeptPreviews kept={kept} />
      <div className={mergeClasses(styles.zone, isOver && styles.over)} {...zone}>
        <span className={styles.icon}>
          <DocumentArrowDownRegular />
        </span>
        <h2 className={styles.title}>{isOver ? intakeText.dropNow : intakeText.dropTitle}</h2>
        <Text size={400} align="center" className={styles.sentence}>
          {intakeText.drop}
        </Text>
        <div className={styles.acts}>
          <PrimaryAction onClick={() => fileInput.current?.click()}>{intakeText.chooseFiles}</PrimaryAction>
          <Button size="large" icon={<FolderOpenRegular />} onClick={() => folderInput.current?.click()}>
            {intakeText.chooseFolder}
          </Button>
          {tenant !== null && <AddDeviceButton tenant={tenant} />}
        </div>
        {tenant === null && (
          <div className={styles.acts}>
            <Text className={styles.alone}>{intakeText.noTenant}</Text>
            <LinkButton to={{ page: 'welcome' }}>{intakeText.chooseTenant}</LinkButton>
          </div>
        )}
        <ul className={styles.reads} aria-label={intakeText.whatIsReadTitle}>
          {intakeText.whatIsRead.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <input
          ref={fileInput}
          type="file"
          multiple
          hidden
          aria-label={intakeText.chooseFiles}
          onChange={(event) => take(event.currentTarget, false)}
        />
        <input
          ref={(input) => {
            folderInput.current = input;
            // React has no property for it.
            input?.setAttribute('webkitdirectory', '');
          }}
          type="file"
          hidden
          aria-label={intakeText.chooseFolder}
          onChange={(event) => take(event.currentTarget, true)}
        />
      </div>
    </Screen>
  );
}
