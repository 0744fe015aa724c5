import { Text } from '@fluentui/react-components';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { laneText } from '../../text/tenants.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';
import { RegisteredThere } from './RegisteredThere.tsx';
import { useWaitingChanges } from './useWaitingChanges.ts';
import { WaitingChanges } from './WaitingChanges.tsx';

interface LetSendDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** Asks once whether what was done before a customer was connected may go to Microsoft. */
export function LetSendDialog({ tenant, onClose }: LetSendDialogProps) {
  const notify = useNotify();
  const letSend = useCommand('tenants.letSend', { showsFailure: true });
  const waiting = useWaitingChanges(tenant.id);

  async function send(): Promise<void> {
    const outcome = await letSend.run({ id: tenant.id });
    if (!outcome.ok) return;
    notify.done(laneText.sends(tenant.name));
    onClose();
  }

  return (
    <ConfirmDialog
      title={laneText.letSendTitle(tenant.name)}
      confirm={laneText.letSendConfirm(waiting.count)}
      running={letSend.running}
      failure={letSend.failure}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <Text>{laneText.letSendSentence}</Text>
      <WaitingChanges waiting={waiting} none={laneText.letSendNothing} />
      <RegisteredThere tenantId={tenant.id} />
      {waiting.count > 0 && <Text>{laneText.letSendChoose}</Text>}
    </ConfirmDialog>
  );
}
