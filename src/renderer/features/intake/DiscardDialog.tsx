import { Text } from '@fluentui/react-components';
import type { Preview } from '../../../shared/api/contract/intake.ts';
import { useCommand } from '../../api/useCommand.ts';
import { intakeText } from '../../text/intake.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { rowsOf } from './rowFacts.ts';

interface DiscardDialogProps {
  readonly preview: Preview;
  readonly onClose: () => void;
}

export function DiscardDialog({ preview, onClose }: DiscardDialogProps) {
  const discard = useCommand('intake.discard', { showsFailure: true });
  const [first] = preview.files;
  const files =
    preview.files.length === 1 && first !== undefined ? first.path : intakeText.manyFiles(preview.files.length);

  async function submit(): Promise<void> {
    const outcome = await discard.run({ previewId: preview.previewId });
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
      <Text>{intakeText.discardSentence(rowsOf(preview), files)}</Text>
    </ConfirmDialog>
  );
}
