import { useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { useCommand } from '../../api/useCommand.ts';
import { assignmentText } from '../../text/assignment.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useTellQueued } from '../../acts/useTellQueued.ts';
import { SparingChoice } from './SparingChoice.tsx';

interface GroupTagDialogProps {
  readonly deviceIds: readonly string[];
  readonly present: string;
  readonly onClose: () => void;
}

export function GroupTagDialog({ deviceIds, present, onClose }: GroupTagDialogProps) {
  const [groupTag, setGroupTag] = useState(present);
  const [overwrites, setOverwrites] = useState(false);
  const change = useCommand('assignment.setGroupTag', { showsFailure: true });
  const tellQueued = useTellQueued();

  async function confirm(): Promise<void> {
    const outcome = await change.run({
      deviceIds: [...deviceIds],
      groupTag,
      // To take tags away is about those that have one.
      overwrites: overwrites || deviceIds.length === 1 || groupTag.trim() === '',
    });
    if (!outcome.ok) return;
    tellQueued(outcome.value);
    onClose();
  }

  return (
    <ConfirmDialog
      title={assignmentText.tagTitle(deviceIds.length)}
      confirm={assignmentText.setTag}
      running={change.running}
      failure={change.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field label={assignmentText.tag} hint={assignmentText.tagHint}>
        <Input size="large" value={groupTag} onChange={(_, { value }) => setGroupTag(value)} autoComplete="off" />
      </Field>
      {groupTag.trim() !== '' && (
        <SparingChoice
          deviceIds={deviceIds}
          field="groupTag"
          value={groupTag}
          overwrites={overwrites}
          onChange={setOverwrites}
        />
      )}
    </ConfirmDialog>
  );
}
