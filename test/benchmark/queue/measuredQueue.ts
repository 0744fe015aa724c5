import { createDeviceSearch } from '../../../src/main/store/deviceSearch.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { openTestStore } from '../../rigs/testVault.ts';

const MODELS = ['Latitude 5450', 'EliteBook 845 G11', 'ThinkPad T14 Gen 5', 'Surface Laptop 7', 'Latitude 7450'];
const TAGS = ['SALES', 'KIOSK', 'FIELD-EU', 'HQ', null];
const BATCH = 250;
const DAY_MS = 86_400_000;

/**
 * Fills a data folder with invented devices and returns their ids: 82 of 100 registered, of those one half with a user. Where
 * all is settled, all are registered and have their profile. The queue is encrypted, as it is at a bench, unless it shall be plain.
 */
export function fillQueue(
  folder: string,
  count: number,
  { isSettled = false, isPlain = false } = {},
): readonly string[] {
  const begun = Date.parse('2026-06-01T08:00:00Z');
  let nowMs = begun;
  const now = () => new Date(nowMs);
  const store = isPlain ? openStore(folder, now) : openTestStore(folder, now);
  addTenant(store);
  store.database.prepare('UPDATE tenant SET active = 1').run();
  const devices = createDeviceStore(store, now);
  const addBatch = store.database.prepare(
    `INSERT INTO import_batch (id, tenant_id, name, files, created_at) VALUES (?, ?, ?, '[]', ?)`,
  );
  const ids: string[] = [];
  store.write(() => {
    let batchId = '';
    for (let number = 0; number < count; number += 1) {
      nowMs = begun + Math.floor((number * 150 * DAY_MS) / count);
      if (number % BATCH === 0) {
        batchId = crypto.randomUUID();
        addBatch.run(batchId, tenantId, `Delivery ${number / BATCH}`, new Date(nowMs).toISOString());
      }
      ids.push(devices.add({ tenantId, batchId, ...invented(number, new Date(nowMs).toISOString(), isSettled) }).id);
    }
  });
  store.write(() => {
    const search = createDeviceSearch(store);
    while (search.indexSome(10_000));
  });
  store.close();
  return ids;
}

function invented(number: number, at: string, isSettled: boolean) {
  const hasNoProfile = number % 10 === 3 && !isSettled;
  const scattered = (number * 7919) % 1_000_003;
  const base = {
    serialNumber: `PF${scattered.toString(36).toUpperCase().padStart(5, '0')}`,
    manufacturer: 'Contoso Computers',
    model: MODELS[number % MODELS.length] ?? null,
    groupTag: TAGS[number % TAGS.length] ?? null,
    orderNumber: `PO-${Math.floor(number / 100)}`,
    tpmVersion: '2.0',
  };
  if (number % 100 >= 82 && !isSettled) return base;
  return {
    ...base,
    registration: 'registered' as const,
    registrationAt: at,
    ztdId: crypto.randomUUID(),
    ...(number % 2 === 0 ? { assignedUser: `user${scattered % 9000}@contoso.example` } : {}),
    profile: hasNoProfile ? ('notAssigned' as const) : ('assigned' as const),
    profileName: hasNoProfile ? null : 'Standard',
    profileAssignedAt: hasNoProfile ? null : at,
    profileAllowsPreProvisioning: hasNoProfile ? null : true,
    ...(number % 10 > 5 ? { bench: 'succeeded' as const, benchStartedAt: at, benchEndedAt: at } : {}),
    ...(number % 10 > 7 ? { reseal: 'resealed' as const, resealedAt: at } : {}),
    ...(number % 997 === 0
      ? { bench: 'failed' as const, benchError: { code: '0x800705b4', name: null, message: null } }
      : {}),
  };
}
