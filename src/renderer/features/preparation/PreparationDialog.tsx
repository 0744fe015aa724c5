import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { preparationText } from '../../text/preparation.ts';
import { useNotify } from '../../ui/notify.ts';
import { ReadDialog } from '../tenants/ReadDialog.tsx';
import { ReadRows } from '../tenants/ReadRows.tsx';
import { PolicyTable } from './PolicyTable.tsx';

interface PreparationDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** How device preparation is set up in a tenant, as it was read last; read anew when a person says so. */
export function PreparationDialog({ tenant, onClose }: PreparationDialogProps) {
  const notify = useNotify();
  const reading = useProcedure('preparation.list', { tenantId: tenant.id }, ['tenants.changed']);
  const read = useCommand('preparation.read', { showsFailure: true });

  async function readAnew(): Promise<void> {
    const outcome = await read.run({ tenantId: tenant.id });
    if (outcome.ok) notify.done(preparationText.done(outcome.value.policies.length));
  }

  return (
    <ReadDialog
      tenant={tenant}
      title={preparationText.title(tenant.name)}
      reading={reading}
      read={{ ...read, run: () => void readAnew() }}
      onClose={onClose}
    >
      {({ readAt, isWhole, policies }) => (
        <ReadRows text={preparationText} readAt={readAt} isWhole={isWhole} count={policies.length}>
          <PolicyTable policies={policies} />
        </ReadRows>
      )}
    </ReadDialog>
  );
}
