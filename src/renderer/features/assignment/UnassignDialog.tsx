import { Text } from '@fluentui/react-components';
import { useCommand } from '../../api/useCommand.ts';
import { assignmentText } from '../../text/assignment.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useTellQueued } from '../../acts/useTellQueued.ts';

interface UnassignDialogProps {
  readonly deviceIds: readonly string[];
  readonly onClose: () => void;
}

/** Asked first: who the users were is not kept at Microsoft's. */
export function UnassignDialog({ deviceIds, onClose }: UnassignDialogProps) {
  const change = useCommand('assignment.unassignUser', { showsFailure: true });
  const tellQueued = useTellQueued();

  async function confirm(): Promise<void> {
    const outcome = await change.run({ deviceIds: [...deviceIds] });
    if (!outcome.ok) return;
    tellQueued(outcome.value);
    onClose();
  }

  return (
    <ConfirmDialog
      title={assignmentText.unassignTitle(deviceIds.length)}
      confirm={assignmentText.unassign}
      running={change.running}
      failure={change.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Text>{assignmentText.unassignSentence}</Text>
    </ConfirmDialog>
  );
}
