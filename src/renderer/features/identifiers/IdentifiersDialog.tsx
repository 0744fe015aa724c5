import {
  identifierStateWords,
  nameOfIdentifier,
  type HeldIdentifier,
} from '../../../shared/identifiers/heldIdentifier.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useTellQueued } from '../../acts/useTellQueued.ts';
import { useClient } from '../../api/clientContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { heldIdentifiersText } from '../../text/identifiers.ts';
import { useNotify } from '../../ui/notify.ts';
import { HeldListDialog } from './HeldListDialog.tsx';
import type { HeldRow } from './heldRow.ts';
import { mapReading } from './mapReading.ts';
import { useListView } from '../../ui/useListView.ts';

interface IdentifiersDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** The corporate identifiers of a tenant, with what has become of each. */
export function IdentifiersDialog({ tenant, onClose }: IdentifiersDialogProps) {
  const client = useClient();
  const notify = useNotify();
  const tellQueued = useTellQueued();
  const view = useListView(tenant.id);
  const reading = useProcedure('identifiers.list', view.input, ['tenants.changed']);
  const read = useCommand('identifiers.read', { showsFailure: true });
  const removal = useCommand('identifiers.remove', { showsFailure: true });

  async function readAnew(): Promise<void> {
    const outcome = await read.run({ tenantId: tenant.id });
    if (outcome.ok) notify.done(heldIdentifiersText.done(outcome.value.rows));
  }

  async function remove(rows: { id: string; shown: string }[]): Promise<boolean> {
    const outcome = await removal.run({ tenantId: tenant.id, rows });
    if (outcome.ok) tellQueued({ ...outcome.value, refused: [] });
    return outcome.ok;
  }

  return (
    <HeldListDialog
      tenant={tenant}
      text={heldIdentifiersText}
      stateWords={identifierStateWords}
      view={view}
      reading={mapReading(reading, ({ identifiers, ...listing }) => ({
        ...listing,
        rows: identifiers.map(rowOf),
      }))}
      rowsFrom={async (offset, limit) => {
        const page = await client.call('identifiers.list', { ...view.input, offset, limit });
        return page.ok ? page.value.identifiers.map(rowOf) : null;
      }}
      read={{ ...read, run: () => void readAnew() }}
      removal={{ ...removal, run: remove }}
      onClose={onClose}
    />
  );
}

const rowOf = (one: HeldIdentifier): HeldRow => ({
  ...one,
  name: nameOfIdentifier(one),
  shown: one.identifier,
  at: one.contactedAt,
});
