import { associationStateWords, type Association } from '../../../shared/identifiers/association.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useTellQueued } from '../../acts/useTellQueued.ts';
import { useClient } from '../../api/clientContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { associationsText } from '../../text/identifiers.ts';
import { useNotify } from '../../ui/notify.ts';
import { HeldListDialog } from './HeldListDialog.tsx';
import type { HeldRow } from './heldRow.ts';
import { mapReading } from './mapReading.ts';
import { useListView } from '../../ui/useListView.ts';

interface AssociationsDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** The devices that a tenant has associated by DeviceLink, with how far each is. */
export function AssociationsDialog({ tenant, onClose }: AssociationsDialogProps) {
  const client = useClient();
  const notify = useNotify();
  const tellQueued = useTellQueued();
  const view = useListView(tenant.id);
  const reading = useProcedure('identifiers.associations', view.input, ['tenants.changed', 'devices.changed']);
  const read = useCommand('identifiers.readAssociations', { showsFailure: true });
  const removal = useCommand('identifiers.dissociate', { showsFailure: true });

  async function readAnew(): Promise<void> {
    const outcome = await read.run({ tenantId: tenant.id });
    if (outcome.ok) notify.done(associationsText.done(outcome.value.rows));
  }

  async function remove(rows: { id: string; shown: string }[]): Promise<boolean> {
    const outcome = await removal.run({ tenantId: tenant.id, rows });
    if (outcome.ok) tellQueued({ ...outcome.value, refused: [] });
    return outcome.ok;
  }

  return (
    <HeldListDialog
      tenant={tenant}
      text={associationsText}
      stateWords={associationStateWords}
      view={view}
      reading={mapReading(reading, ({ associations, ...listing }) => ({
        ...listing,
        rows: associations.map(rowOf),
      }))}
      rowsFrom={async (offset, limit) => {
        const page = await client.call('identifiers.associations', { ...view.input, offset, limit });
        return page.ok ? page.value.associations.map(rowOf) : null;
      }}
      read={{ ...read, run: () => void readAnew() }}
      removal={{ ...removal, run: remove }}
      onClose={onClose}
    />
  );
}

const rowOf = (one: Association): HeldRow => ({
  ...one,
  name: one.serialNumber ?? one.id,
  shown: one.serialNumber ?? '',
  at: one.associatedAt,
});
