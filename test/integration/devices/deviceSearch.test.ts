import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDeviceList } from '../../../src/main/store/deviceList.ts';
import { createDeviceSearch } from '../../../src/main/store/deviceSearch.ts';
import { createDeviceStore, type DeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { deviceFilter, devicePage, deviceSort, type DevicePage } from '../../../src/shared/devices/deviceFilter.ts';
import { foldForSearch, searchedWords } from '../../../src/shared/devices/searchText.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const otherTenant = '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c22';
const batchId = '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c33';
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let devices: DeviceStore;

beforeEach(() => {
  folder = temporaryFolder();
  store = openStore(folder.path, () => new Date('2026-11-22T12:00:00Z'));
  addTenant(store);
  addTenant(store, otherTenant);
  store.database
    .prepare(`INSERT INTO import_batch (id, tenant_id, name, files, created_at) VALUES (?, ?, 'B', '[]', 'now')`)
    .run(batchId, tenantId);
  devices = createDeviceStore(store, () => new Date('2026-11-22T12:00:00Z'));
});
afterEach(() => {
  store.close();
  folder.remove();
});

/** An example that failed leaves its devices behind. */
function emptyQueue(): void {
  store.write(() => {
    for (const id of createDeviceList(store).ids(deviceFilter.parse({}))) devices.takeOff(id);
  });
}

function indexAll(): void {
  const search = createDeviceSearch(store);
  store.write(() => {
    while (search.indexSome(50));
  });
}

/** Letters of many scripts, many of them alike, so that words meet each other. */
const letters = fc.constantFrom(
  ...Array.from('abAB01öÖoßıİſΣσςжЖאבعबित東京한글Å'),
  'e\u0301',
  '\u{20000}',
  '"',
  '%',
  '_',
  '\\',
  "'",
);
const word = fc.string({ unit: letters, minLength: 1, maxLength: 8 });
const text = fc.option(fc.string({ unit: fc.oneof(letters, fc.constant(' ')), maxLength: 14 }), { nil: null });
const newDevice = fc
  .record({
    place: fc.constantFrom(
      { tenantId, batchId },
      { tenantId, batchId: null },
      { tenantId: otherTenant, batchId: null },
    ),
    serialNumber: fc.option(word, { nil: null }),
    model: text,
    groupTag: text,
    assignedUser: text,
    registration: fc.constantFrom('none' as const, 'registered' as const, 'failed' as const),
    bench: fc.constantFrom('notStarted' as const, 'failed' as const),
  })
  .map(({ place, ...device }) => ({ ...place, ...device }));

const textsOf = ({ serialNumber, model, groupTag, assignedUser }: DeviceRecord): readonly string[] =>
  [serialNumber, model, groupTag, assignedUser].flatMap((part) => (part === null ? [] : [foldForSearch(part)]));

/** A device has each word somewhere: what the index is a shorter way to. */
const hasWords = (device: DeviceRecord, search: string): boolean =>
  searchedWords(search).every((part) => textsOf(device).some((whole) => whole.includes(part)));

describe('the search', () => {
  test('finds with its index just what looking into every text finds, in every script', () => {
    fc.assert(
      fc.property(
        fc.array(newDevice, { minLength: 1, maxLength: 12 }),
        fc.array(
          fc.oneof(
            word,
            fc.tuple(word, word).map((two) => two.join(' ')),
          ),
          { minLength: 100, maxLength: 100 },
        ),
        fc.nat(11),
        (added, searches, changedAt) => {
          emptyQueue();
          const kept = store.write(() => added.map((device) => devices.add(device)));
          indexAll();
          // Some texts are in the index, some are newer than it.
          const changed = kept[changedAt % kept.length];
          if (changed !== undefined) devices.change(changed.id, { model: 'ABab01' });
          devices.add({ tenantId, serialNumber: 'ab01' });
          const list = createDeviceList(store);
          const all = list
            .ids(deviceFilter.parse({}))
            .map((id) => devices.get(id))
            .filter((device) => device !== null);
          for (const search of [...searches, ...kept.flatMap(({ serialNumber }) => serialNumber ?? [])]) {
            const expected = all.filter((device) => hasWords(device, search)).map(({ id }) => id);
            expect([...list.ids(deviceFilter.parse({ search }))].sort()).toEqual(expected.sort());
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a device that was taken off is not found, and is again when it comes back', () => {
    const { id } = devices.add({ tenantId, serialNumber: 'PF-2231' });
    indexAll();
    const found = (): number => createDeviceList(store).matching(deviceFilter.parse({ search: '2231' }));
    expect(found()).toBe(1);
    devices.takeOff(id);
    expect(found()).toBe(0);
    devices.putBack(id);
    expect(found()).toBe(1);
  });

  test('marks, case and wide letters make no difference', () => {
    devices.add({ tenantId, serialNumber: 'X1', assignedUserName: 'Zoë Müller' });
    devices.add({ tenantId, serialNumber: 'X2', assignedUserName: 'ZOE\u0308 MU\u0308LLER' });
    const list = createDeviceList(store);
    for (const search of ['müller', 'muller', 'MÜLLER zoe', 'ｍｕｌｌｅｒ']) {
      expect(list.matching(deviceFilter.parse({ search }))).toBe(2);
    }
  });
});

describe('a page of the queue', () => {
  const filters = fc.record(
    {
      tenantId: fc.constantFrom(tenantId, otherTenant),
      search: fc.oneof(word, fc.constant('')),
      batchId: fc.constant(batchId),
      registration: fc.constantFrom([], ['registered' as const], ['none' as const, 'failed' as const]),
      bench: fc.constantFrom([], ['failed' as const]),
    },
    { requiredKeys: [] },
  );
  const pages = fc.record({
    sort: fc.constantFrom(...deviceSort.options),
    descending: fc.boolean(),
    offset: fc.nat(12),
    limit: fc.integer({ min: 1, max: 8 }),
  });

  test('holds what the filter keeps, in its order, whatever is combined', () => {
    fc.assert(
      fc.property(
        fc.array(newDevice, { minLength: 1, maxLength: 20 }),
        fc.array(fc.tuple(filters, pages), { minLength: 30, maxLength: 30 }),
        (added, asked) => {
          emptyQueue();
          const all = store.write(() => added.map((device) => devices.add(device)));
          const list = createDeviceList(store);
          for (const [filter, page] of asked) {
            const input = devicePage.parse({ ...filter, ...page });
            const kept = all.filter((device) => isKept(device, input));
            expect(list.matching(input)).toBe(kept.length);
            const read = (change: Partial<DevicePage>) =>
              list.page({ ...input, ...change }).map(({ device }) => device.id);
            const whole = read({ offset: 0, limit: 1_000 });
            expect([...whole].sort()).toEqual(kept.map(({ id }) => id).sort());
            expect(read({})).toEqual(whole.slice(input.offset, input.offset + input.limit));
            expect(read({ offset: 0, limit: 1_000, descending: !input.descending })).toEqual(whole.toReversed());
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  const isKept = (device: DeviceRecord, filter: DevicePage): boolean =>
    (filter.tenantId === undefined || device.tenantId === filter.tenantId) &&
    (filter.batchId === undefined || device.batchId === filter.batchId) &&
    (filter.registration.length === 0 || filter.registration.includes(device.registration)) &&
    (filter.bench.length === 0 || filter.bench.includes(device.bench)) &&
    hasWords(device, filter.search);

  test('counts stay true through every change', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(newDevice, fc.nat(3)), { maxLength: 20 }), (acts) => {
        emptyQueue();
        const kept: string[] = [];
        for (const [device, act] of acts) {
          const [first] = kept;
          if (act === 0 || first === undefined) kept.push(devices.add(device).id);
          else if (act === 1) devices.change(first, { registration: device.registration, bench: device.bench });
          else if (act === 2) devices.takeOff(first);
          else devices.putBack(first);
        }
        const list = createDeviceList(store);
        const counted = store.database
          .prepare<[], { n: number }>('SELECT count(*) AS n FROM device WHERE removed_at IS NULL')
          .get();
        expect(list.total(undefined)).toBe(counted?.n);
        const steps = store.database
          .prepare<[], { step: string; n: number }>(
            'SELECT next_step AS step, count(*) AS n FROM device WHERE removed_at IS NULL GROUP BY next_step',
          )
          .all();
        expect(list.byNextStep(undefined)).toEqual(Object.fromEntries(steps.map(({ step, n }) => [step, n])));
      }),
      { numRuns: 60 },
    );
  });
});
