import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { espText } from '../../text/esp.ts';
import { useNotify } from '../../ui/notify.ts';
import { ReadDialog } from '../tenants/ReadDialog.tsx';
import { ReadRows } from '../tenants/ReadRows.tsx';
import { EspTable } from './EspTable.tsx';
import { FlowTimeForm } from './FlowTimeForm.tsx';

interface EspDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** The status pages of a tenant as they were read last, and how long its technician flows may take where none tells it. */
export function EspDialog({ tenant, onClose }: EspDialogProps) {
  const notify = useNotify();
  const reading = useProcedure('esp.list', { tenantId: tenant.id }, ['tenants.changed', 'devices.changed']);
  const read = useCommand('esp.read', { showsFailure: true });

  async function readAnew(): Promise<void> {
    const outcome = await read.run({ tenantId: tenant.id });
    if (outcome.ok) notify.done(espText.done(outcome.value.pages.length));
  }

  return (
    <ReadDialog
      tenant={tenant}
      title={espText.title(tenant.name)}
      reading={reading}
      read={{ ...read, run: () => void readAnew() }}
      onClose={onClose}
    >
      {({ readAt, isWhole, pages, flowMinutes }) => (
        <>
          <ReadRows text={espText} readAt={readAt} isWhole={isWhole} count={pages.length}>
            <EspTable pages={pages} />
          </ReadRows>
          <FlowTimeForm key={flowMinutes} tenantId={tenant.id} present={flowMinutes} />
        </>
      )}
    </ReadDialog>
  );
}
