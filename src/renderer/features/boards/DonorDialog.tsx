import { useState } from 'react';
import { Field, Input, Text } from '@fluentui/react-components';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { useCommand } from '../../api/useCommand.ts';
import { boardText } from '../../text/boards.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';

interface DonorDialogProps {
  readonly device: DeviceView;
  readonly isMarked: boolean;
  readonly onClose: () => void;
}

/** Asks for the reason of a mark “never register again”, or of lifting it. */
export function DonorDialog({ device, isMarked, onClose }: DonorDialogProps) {
  const [reason, setReason] = useState('');
  const change = useCommand(isMarked ? 'boards.liftDonor' : 'boards.markDonor', { showsFailure: true });
  const notify = useNotify();
  const title = deviceTitle(device);

  async function confirm(): Promise<void> {
    const outcome = await change.run({ deviceId: device.id, reason });
    if (!outcome.ok) return;
    notify.done(isMarked ? boardText.lifted : boardText.marked);
    onClose();
  }

  return (
    <ConfirmDialog
      title={isMarked ? boardText.liftTitle(title) : boardText.markTitle(title)}
      confirm={isMarked ? boardText.lift : boardText.mark}
      disabled={reason.trim() === ''}
      running={change.running}
      failure={change.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {!isMarked && <Text>{boardText.markSentence}</Text>}
      <Field label={boardText.reason}>
        <Input size="large" value={reason} autoComplete="off" onChange={(_, { value }) => setReason(value)} />
      </Field>
    </ConfirmDialog>
  );
}
