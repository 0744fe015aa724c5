import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { INTAKE_ISSUES } from '../../../shared/intake/intakeIssues.ts';
import { HASH_ISSUES } from '../../../shared/hashes/hashIssues.ts';
import type { Preview } from '../../../shared/api/contract/intake.ts';
import { useCommand } from '../../api/useCommand.ts';
import { commonText } from '../../text/common.ts';
import { intakeText } from '../../text/intake.ts';
import { rowsOf } from './rowFacts.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  reason: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
  },
  words: { display: 'grid' },
  instance: { color: tokens.colorNeutralForeground2 },
});

interface AcceptDialogProps {
  readonly preview: Preview;
  readonly onClose: () => void;
}

/** Takes suspect rows in, reason by reason. */
export function AcceptDialog({ preview, onClose }: AcceptDialogProps) {
  const styles = useStyles();
  const include = useCommand('intake.include');
  const { previewId } = preview;

  return (
    <DialogFrame
      title={intakeText.acceptTitle}
      size="wide"
      actions={
        <Button size="large" appearance="primary" onClick={onClose}>
          {commonText.close}
        </Button>
      }
      onClose={onClose}
    >
      <Text>{intakeText.acceptSentence}</Text>
      <Text weight="semibold" role="status">
        {intakeText.goIn(preview.included, rowsOf(preview))}
      </Text>
      <ul className={styles.list}>
        {preview.suspectReasons.map(({ code, message, rows, isAccepted }) => (
          <li key={code} className={styles.reason}>
            <span className={styles.words}>
              <Text weight="semibold">{meanings.get(code) ?? message}</Text>
              {meanings.has(code) && <Text className={styles.instance}>{intakeText.forInstance(message)}</Text>}
            </span>
            <Button
              size="large"
              appearance={isAccepted ? 'subtle' : 'secondary'}
              disabledFocusable={include.running}
              onClick={() => void include.run({ previewId, reason: code, included: !isAccepted })}
            >
              {isAccepted ? intakeText.takeBack : intakeText.acceptReason(rows)}
            </Button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}

/** What a code means in general; the message is about one row. */
const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...HASH_ISSUES, ...INTAKE_ISSUES }).map(([code, { meaning }]) => [code, meaning]),
);
