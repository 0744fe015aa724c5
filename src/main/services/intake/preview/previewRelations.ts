import type { CaptureStore } from '../../../store/captureStore.ts';
import { createDonorMarkStore } from '../../../store/donorMarkStore.ts';
import { createKnownDeviceStore } from '../../../store/knownDeviceStore.ts';
import { createListedDeviceStore } from '../../../store/listedDeviceStore.ts';
import type { Store } from '../../../store/store.ts';
import { createTenantStore } from '../../../store/tenantStore.ts';
import type { Reach } from './prepareEntry.ts';
import type { Compared, PreviewState } from './previewState.ts';
import { queueToCompare, type QueueToCompare } from './queueToCompare.ts';
import { judgeRelations, relateRows } from './relateRows.ts';

export interface PreviewRelations {
  /** A tenant's queue, to compare rows with. `read` holds devices that were read before and have not changed since. */
  readonly queueOf: (tenantId: string, read?: Compared['devices']) => QueueToCompare;
  /** Compares the rows that an entry concerns with each other and with the queue. */
  readonly relate: (state: PreviewState, reach: Reach) => void;
  /** Compares all rows anew where somebody else has written to the queue since they were compared. */
  readonly relateToNewQueue: (state: PreviewState) => void;
}

/** Keeps up to date how the rows of a preview relate to each other and to the queue. */
export function createPreviewRelations(store: Store, captures: CaptureStore, now: () => Date): PreviewRelations {
  const tenants = createTenantStore(store, now);
  const stores = {
    captures,
    donorMarks: createDonorMarkStore(store, now),
    knownDevices: createKnownDeviceStore(store),
    listedDevices: createListedDeviceStore(store),
    tenantName: (id: string) => tenants.get(id)?.name ?? null,
  };

  /** Another number after every write of another connection to the queue. */
  function queueVersion(): unknown {
    return store.database.pragma('data_version', { simple: true });
  }

  function queueOf(tenantId: string, read: Compared['devices'] = new Map()): QueueToCompare {
    return queueToCompare(tenantId, stores, read, now());
  }

  function relate(state: PreviewState, reach: Reach): void {
    if (reach === 'none') return;
    const { rows, tenantId, orderNumber } = state;
    const version = queueVersion();
    const isSameQueue = state.compared.queueVersion === version;
    if (!isSameQueue) state.compared = { queueVersion: version, devices: new Map() };
    const queue = queueOf(tenantId, state.compared.devices);
    if (reach === 'all' || !isSameQueue) relateRows(rows, queue, orderNumber);
    else judgeRelations(reach, queue, orderNumber);
  }

  return {
    queueOf,
    relate,
    relateToNewQueue(state) {
      if (queueVersion() !== state.compared.queueVersion) relate(state, 'all');
    },
  };
}
