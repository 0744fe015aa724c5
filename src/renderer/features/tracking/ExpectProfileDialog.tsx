import { useState } from 'react';
import { Field } from '@fluentui/react-components';
import { useCommand } from '../../api/useCommand.ts';
import { expectText } from '../../text/tracking.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ProfileChoice } from '../profiles/ProfileChoice.tsx';

interface ExpectProfileDialogProps {
  readonly title: string;
  readonly tenantId: string;
  readonly deviceIds: readonly string[];
  /** The name that is expected now, or is likely; empty for none. */
  readonly present: string;
  readonly onClose: () => void;
}

/** Names the profile that the go gate of the devices waits for. */
export function ExpectProfileDialog({ title, tenantId, deviceIds, present, onClose }: ExpectProfileDialogProps) {
  const [profileName, setProfileName] = useState(present);
  const expect = useCommand('devices.expectProfile', { showsFailure: true });
  const notify = useNotify();

  async function confirm(): Promise<void> {
    const name = profileName.trim();
    const outcome = await expect.run({ ids: [...deviceIds], profileName: name === '' ? null : name });
    if (!outcome.ok) return;
    notify.done(expectText.done);
    onClose();
  }

  return (
    <ConfirmDialog
      title={title}
      confirm={expectText.confirm}
      running={expect.running}
      failure={expect.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field label={expectText.field} hint={expectText.hint}>
        <ProfileChoice tenantId={tenantId} value={profileName} onChange={setProfileName} />
      </Field>
    </ConfirmDialog>
  );
}
