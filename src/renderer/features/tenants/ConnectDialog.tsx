import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { laneText, tenantFormText } from '../../text/tenants.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { BindingFields } from './BindingFields.tsx';
import { bindingOf, bindingProblemsOf } from './tenantForm.ts';
import { keyFileProblem, useTenantForm } from './useTenantForm.ts';

interface ConnectDialogProps {
  readonly tenant: TenantView;
  readonly onConnected: (tenant: TenantView) => void;
  readonly onClose: () => void;
}

/** Tells which tenant of Microsoft a customer is. */
export function ConnectDialog({ tenant, onConnected, onClose }: ConnectDialogProps) {
  const connect = useCommand('tenants.connect', { showsFailure: true });
  const { form, inputs, problems, onChange, isRight } = useTenantForm({ connects: true }, bindingProblemsOf);
  const refused = keyFileProblem(form, connect.failure);

  async function submit(): Promise<void> {
    if (!isRight()) return;
    const outcome = await connect.run({ id: tenant.id, ...bindingOf(form) });
    if (outcome.ok) onConnected(outcome.value);
    else inputs.current.keyFile?.scrollIntoView({ block: 'center' });
  }

  return (
    <ConfirmDialog
      title={laneText.connectTitle(tenant.name)}
      confirm={form.by === 'person' ? tenantFormText.connectConfirm : tenantFormText.connectCertificate}
      running={connect.running}
      failure={refused === null ? connect.failure : null}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <BindingFields
        form={form}
        inputs={inputs}
        onChange={onChange}
        problems={{ ...(refused !== null && { keyFile: refused }), ...problems }}
      />
    </ConfirmDialog>
  );
}
