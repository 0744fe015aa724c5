import { Text } from '@fluentui/react-components';
import type { InputOf } from '../../../shared/api/contract.ts';
import { useCommand } from '../../api/useCommand.ts';
import { activityText } from '../../text/jobs.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';

interface CancelJobsDialogProps {
  readonly choice: InputOf<'jobs.cancel'>;
  /** How many there are to cancel; some may be on their way by the time it is done. */
  readonly count: number;
  readonly onClose: () => void;
}

/** Asks before many changes are cancelled. */
export function CancelJobsDialog({ choice, count, onClose }: CancelJobsDialogProps) {
  const notify = useNotify();
  const cancel = useCommand('jobs.cancel', { showsFailure: true });

  async function submit(): Promise<void> {
    const outcome = await cancel.run(choice);
    if (!outcome.ok) return;
    notify.done(activityText.cancelled(outcome.value.changed));
    onClose();
  }

  return (
    <ConfirmDialog
      title={activityText.cancelTitle(count)}
      confirm={activityText.cancelConfirm}
      running={cancel.running}
      failure={cancel.failure}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <Text>{activityText.cancelSentence}</Text>
    </ConfirmDialog>
  );
}
