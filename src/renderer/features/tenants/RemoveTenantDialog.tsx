import { Text } from '@fluentui/react-components';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { removeText, tenantText } from '../../text/tenants.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';

interface RemoveTenantDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

export function RemoveTenantDialog({ tenant, onClose }: RemoveTenantDialogProps) {
  const notify = useNotify();
  const remove = useCommand('tenants.remove', { showsFailure: true });

  async function submit(): Promise<void> {
    const outcome = await remove.run({ id: tenant.id });
    if (!outcome.ok) return;
    notify.done(tenantText.removed(tenant.name));
    onClose();
  }

  return (
    <ConfirmDialog
      title={removeText.title(tenant.name)}
      confirm={removeText.confirm}
      running={remove.running}
      failure={remove.failure}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <Text>{removeText.sentence}</Text>
    </ConfirmDialog>
  );
}
