import { useState } from 'react';
import { Field } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { useCommand } from '../../api/useCommand.ts';
import { expectText } from '../../text/tracking.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ProfileChoice } from '../profiles/ProfileChoice.tsx';

interface ExpectProfileDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

/** Names the profile that the go gate waits for. */
export function ExpectProfileDialog({ device, onClose }: ExpectProfileDialogProps) {
  const [profileName, setProfileName] = useState(device.expectation?.name ?? device.profileName ?? '');
  const expect = useCommand('devices.expectProfile', { showsFailure: true });
  const notify = useNotify();

  async function confirm(): Promise<void> {
    const name = profileName.trim();
    const outcome = await expect.run({ ids: [device.id], profileName: name === '' ? null : name });
    if (!outcome.ok) return;
    notify.done(expectText.done);
    onClose();
  }

  return (
    <ConfirmDialog
      title={expectText.title(deviceTitle(device))}
      confirm={expectText.confirm}
      running={expect.running}
      failure={expect.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field label={expectText.field} hint={expectText.hint}>
        <ProfileChoice tenantId={device.tenantId} value={profileName} onChange={setProfileName} />
      </Field>
    </ConfirmDialog>
  );
}
