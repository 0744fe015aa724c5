import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeviceList, type DeviceList } from '../../../src/main/store/deviceList.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { deviceFilter, deviceOrder, devicePage, deviceSort } from '../../../src/shared/devices/deviceFilter.ts';
import type { DeviceFilter } from '../../../src/shared/devices/deviceFilter.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { userFlowWindowOf } from '../../../src/shared/bench/userFlowWindowOf.ts';
import { useByOf } from '../../../src/shared/devices/useBy.ts';
import { scenarioOf } from '../../../src/shared/scenarios/scenarioOf.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const otherTenant = '5a0c3b1e-9d6f-4d0a-8a53-7c1a8a2d4f10';
const batchId = '7f6a5f0d-3c89-4b6a-9a55-0f2f3f6c7d11';
const now = (): Date => new Date('2026-11-22T12:00:00Z');
const tags = ['Kiosk', 'KIOSK', 'Office', '', null];
const models = ['Latitude 5450', 'EliteBook 845', null];
const users = ['ada@contoso.example', null, 'Grace@contoso.example'];
const profiles = ['Standard', null, 'Kiosk profile'];
const benches = ['notStarted', 'succeeded', 'failed', 'running'] as const;
const registrations = ['none', 'registered', 'failed'] as const;
const days = ['2026-05-01', '2026-05-20', '2026-11-01', '2026-11-20', '2027-05-01'];

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let list: DeviceList;
const all: DeviceRecord[] = [];

beforeAll(() => {
  folder = temporaryFolder();
  store = openStore(folder.path, now);
  addTenant(store);
  addTenant(store, otherTenant, 'Other');
  store.database
    .prepare(`INSERT INTO import_batch (id, tenant_id, name, files, created_at) VALUES (?, ?, 'B', '[]', ?)`)
    .run(batchId, tenantId, now().toISOString());
  const devices = createDeviceStore(store, now);
  list = createDeviceList(store);
  store.write(() => {
    for (let number = 0; number < 240; number += 1) {
      const bench = benches[number % 4] ?? 'notStarted';
      const { id } = devices.add({
        tenantId: number % 5 === 4 ? otherTenant : tenantId,
        serialNumber: `S${number}`,
        manufacturer: number % 3 === 0 ? 'Contoso' : null,
        model: models[number % 3] ?? null,
        groupTag: tags[number % 5] ?? null,
        assignedUser: users[number % 3] ?? null,
        batchId: number % 7 === 0 && number % 5 !== 4 ? batchId : null,
        registration: registrations[number % 3] ?? 'none',
        profile: number % 2 === 0 ? 'assigned' : 'unknown',
        profileName: profiles[(number >> 1) % 3] ?? null,
        profileAllowsPreProvisioning: number % 2 === 0 ? number % 8 !== 0 : null,
        bench,
        benchEndedAt: bench === 'succeeded' ? `2026-${number % 8 === 1 ? '05' : '11'}-01T09:00:00.000Z` : null,
        reseal: bench === 'succeeded' ? 'resealed' : 'notResealed',
        resealedAt: bench === 'succeeded' ? `2026-11-${number % 8 === 1 ? '01' : '20'}T09:00:00.000Z` : null,
        shelf: number < 10 ? `Shelf ${number}` : null,
      });
      all.push(devices.change(id, number % 9 === 0 ? { reseal: 'userFlowDone' } : {}));
    }
    store.database.exec(`UPDATE device SET created_at = '2026-05-20T10:00:00.000Z' WHERE rowid % 4 = 0`);
  });
  for (const [index, device] of all.entries()) {
    const kept = devices.get(device.id);
    if (kept !== null) all[index] = kept;
  }
});
afterAll(() => {
  store.close();
  folder.remove();
});

const isOneOf = (wanted: readonly string[] | undefined, value: string | null): boolean =>
  wanted === undefined ||
  wanted.length === 0 ||
  wanted.some((one) => one.toLowerCase() === (value ?? '').toLowerCase());

/** Whether an instant is within days of this computer. */
function isWithin(instant: string | null, from: string | undefined, until: string | undefined): boolean {
  if (from === undefined && until === undefined) return true;
  if (instant === null) return false;
  const at = new Date(instant);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return (from === undefined || day >= from) && (until === undefined || day <= until);
}

/** The same question, asked of one device. */
const keeps = (filter: DeviceFilter, device: DeviceRecord): boolean =>
  (filter.tenantId === undefined || device.tenantId === filter.tenantId) &&
  isOneOf(filter.bench, device.bench) &&
  (filter.batchId === undefined || device.batchId === filter.batchId) &&
  (filter.search === undefined || device.serialNumber?.toLowerCase().includes(filter.search) === true) &&
  isOneOf(filter.groupTags, device.groupTag) &&
  isOneOf(filter.models, device.model) &&
  isOneOf(filter.manufacturers, device.manufacturer) &&
  isOneOf(filter.users, device.assignedUser) &&
  isOneOf(filter.profileNames, device.profileName) &&
  isOneOf(filter.scenarios, scenarioOf(device).name) &&
  isOneOf(filter.shelves, device.shelf) &&
  (filter.isAssigned === undefined || filter.isAssigned === (device.assignedUser !== null)) &&
  (filter.failed !== true || device.bench === 'failed' || device.registration === 'failed') &&
  isWithin(device.createdAt, filter.createdFrom, filter.createdUntil) &&
  isWithin(device.resealedAt, filter.resealedFrom, filter.resealedUntil) &&
  isWithin(useByOf(userFlowWindowOf(device, now())), filter.useByFrom, filter.useByUntil);

const some = (values: readonly (string | null)[]) =>
  fc.subarray(values.map((value) => value ?? '').filter((value, place, whole) => whole.indexOf(value) === place));
const anyDay = fc.constantFrom(...days);
const anyFilter = fc.record(
  {
    tenantId: fc.constantFrom(tenantId, otherTenant),
    search: fc.constantFrom('s1', 's', 's23'),
    batchId: fc.constant(batchId),
    bench: fc.subarray([...benches]),
    failed: fc.constant(true),
    groupTags: some(tags),
    models: some(models),
    manufacturers: some(['CONTOSO', '']),
    users: some(users),
    isAssigned: fc.boolean(),
    profileNames: some(profiles),
    scenarios: fc.subarray(['preProvisioned' as const, 'userDriven' as const, 'unknown' as const]),
    shelves: fc.subarray(['shelf 1', 'Shelf 2', '']),
    createdFrom: anyDay,
    createdUntil: anyDay,
    resealedFrom: anyDay,
    resealedUntil: anyDay,
    useByFrom: anyDay,
    useByUntil: anyDay,
  },
  { requiredKeys: [] },
);

describe('a filter of the queue', () => {
  test('keeps just the devices that it says, and counts them, whatever is combined', () => {
    fc.assert(
      fc.property(anyFilter, fc.constantFrom(...deviceSort.options), fc.boolean(), (asked, sort, descending) => {
        const wanted = all.filter((device) => keeps(asked, device)).map(({ id }) => id);
        const filter = deviceFilter.parse(asked);
        const page = list.page(devicePage.parse({ ...asked, sort, descending, limit: 300 }));
        expect(list.matching(filter)).toBe(wanted.length);
        expect(list.ids(filter).toSorted()).toEqual(wanted.toSorted());
        expect(page.map(({ device }) => device.id).toSorted()).toEqual(wanted.toSorted());
        const keys = list.keysInOrder(deviceOrder.parse({ ...asked, sort, descending }));
        expect(list.atKeys(keys).map(({ device }) => device.id)).toEqual(page.map(({ device }) => device.id));
      }),
      { numRuns: 150 },
    );
  });

  test('offers the values that devices have, each once, without regard to case', () => {
    const lower = list.valuesOf('groupTags', tenantId).map((value) => value.toLowerCase());
    expect(lower).toEqual(['kiosk', 'office']);
    expect(list.valuesOf('models', otherTenant)).toEqual(['EliteBook 845', 'Latitude 5450']);
  });

  test('finds a device that is not used up to its last day, and not one that is', () => {
    const due = list.ids(deviceFilter.parse({ useByUntil: '2026-11-01' }));
    expect(due.length).toBeGreaterThan(0);
    const used = all.filter(({ reseal }) => reseal === 'userFlowDone').map(({ id }) => id);
    expect(due.filter((id) => used.includes(id))).toEqual([]);
  });
});
