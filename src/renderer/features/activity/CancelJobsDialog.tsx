import { Text } from '@fluentui/react-components';
import { useCommand } from '../../api/useCommand.ts';
import { activityText } from '../../text/activity.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';

interface CancelJobsDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

export function CancelJobsDialog({ ids, onClose }: CancelJobsDialogProps) {
  const notify = useNotify();
  const cancel = useCommand('jobs.cancel', { showsFailure: true });

  async function submit(): Promise<void> {
    const outcome = await cancel.run({ ids: [...ids] });
    if (!outcome.ok) return;
    notify.done(activityText.cancelled(outcome.value.changed));
    onClose();
  }

  return (
    <ConfirmDialog
      title={activityText.cancelTitle(ids.length)}
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
