import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { laneText, tenantFormText } from '../../text/tenants.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { BindingFields } from './BindingFields.tsx';
import { bindingOf, bindingProblemsOf } from './tenantForm.ts';
import { useTenantForm } from './useTenantForm.ts';

interface ConnectDialogProps {
  readonly tenant: TenantView;
  readonly onConnected: (tenant: TenantView) => void;
  readonly onClose: () => void;
}

/** Tells which tenant of Microsoft a customer is. */
export function ConnectDialog({ tenant, onConnected, onClose }: ConnectDialogProps) {
  const connect = useCommand('tenants.connect', { showsFailure: true });
  const entry = useTenantForm({ connects: true }, bindingProblemsOf, connect.failure);

  async function submit(): Promise<void> {
    if (!entry.isRight()) return;
    const outcome = await connect.run({ id: tenant.id, ...bindingOf(entry.form) });
    if (outcome.ok) onConnected(outcome.value);
    else entry.showRefused();
  }

  return (
    <ConfirmDialog
      title={laneText.connectTitle(tenant.name)}
      confirm={entry.form.by === 'person' ? tenantFormText.connectConfirm : tenantFormText.connectCertificate}
      running={connect.running}
      failure={entry.failure}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <BindingFields {...entry.fields} />
    </ConfirmDialog>
  );
}
