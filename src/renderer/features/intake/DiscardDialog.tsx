import { Text } from '@fluentui/react-components';
import { useCommand } from '../../api/useCommand.ts';
import { intakeText } from '../../text/intake.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

interface DiscardDialogProps {
  readonly previewId: string;
  readonly files: readonly string[];
  readonly rows: number;
  readonly onClose: () => void;
}

export function DiscardDialog({ previewId, files, rows, onClose }: DiscardDialogProps) {
  const discard = useCommand('intake.discard', { showsFailure: true });
  const [first] = files;
  const names = files.length === 1 && first !== undefined ? first : intakeText.manyFiles(files.length);

  async function submit(): Promise<void> {
    const outcome = await discard.run({ previewId });
    if (outcome.ok) onClose();
  }

  return (
    <ConfirmDialog
      title={intakeText.discardTitle}
      confirm={intakeText.discardConfirm}
      running={discard.running}
      failure={discard.failure}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <Text>{intakeText.discardSentence(rows, names)}</Text>
    </ConfirmDialog>
  );
}
