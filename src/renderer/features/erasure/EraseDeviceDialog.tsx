import { useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { erasureText } from '../../text/privacy.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ErasurePlanView } from './ErasurePlanView.tsx';

const LONGEST_REASON = 500;

interface EraseDeviceDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

/** Shows all that is kept of a device; its serial number and a reason erase it. */
export function EraseDeviceDialog({ device, onClose }: EraseDeviceDialogProps) {
  const [reason, setReason] = useState('');
  const reading = useProcedure('erasure.planDevice', { deviceId: device.id }, []);
  const erasing = useCommand('erasure.device', { showsFailure: true });
  const notify = useNotify();
  const title = deviceTitle(device);
  const mayErase = reading.state === 'ready' && reading.value.refusal === null;

  async function erase(confirmedSerialNumber: string): Promise<void> {
    const outcome = await erasing.run({ deviceId: device.id, confirmedSerialNumber, reason: reason.trim() });
    if (!outcome.ok) return;
    saveDocument(outcome.value.document);
    notify.done(erasureText.done);
    onClose();
  }

  return (
    <ConfirmDialog
      title={erasureText.title(title)}
      confirm={erasureText.act}
      {...(mayErase && { typed: { text: title, label: erasureText.typed(title) } })}
      disabled={!mayErase || reason.trim() === ''}
      running={erasing.running}
      failure={erasing.failure}
      onConfirm={(typed) => void erase(typed)}
      onClose={onClose}
    >
      <Loaded reading={reading} lines={4}>
        {(plan) => <ErasurePlanView plan={plan} />}
      </Loaded>
      {mayErase && (
        <Field label={erasureText.reason} hint={erasureText.reasonHint} required>
          <Input size="large" value={reason} maxLength={LONGEST_REASON} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
    </ConfirmDialog>
  );
}
