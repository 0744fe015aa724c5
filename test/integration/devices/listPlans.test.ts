import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChecklistStore } from '../../../src/main/store/checklistStore.ts';
import { createDeviceList } from '../../../src/main/store/deviceList.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { devicePage, deviceSort, type DevicePage } from '../../../src/shared/devices/deviceFilter.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const now = (): Date => new Date('2026-11-22T12:00:00Z');
const DEVICES = 4_000;
const steps: string[] = [];
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let planned: Store;

beforeAll(() => {
  folder = temporaryFolder();
  store = openStore(folder.path, now);
  addTenant(store);
  const devices = createDeviceStore(store, now);
  store.write(() => {
    for (let number = 0; number < DEVICES; number += 1) {
      devices.add({
        tenantId,
        serialNumber: `S${number}`,
        model: 'Latitude',
        bench: number % 4 === 0 ? 'failed' : 'notStarted',
      });
    }
  });
  // Every statement is explained when it is made.
  const database = new Proxy(store.database, {
    get(target, name) {
      if (name !== 'prepare') {
        const value: unknown = Reflect.get(target, name, target);
        return value;
      }
      return (sql: string) => {
        const rows = target
          .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+|\?/g, "'1'")}`)
          .all();
        steps.push(...rows.map(({ detail }) => detail));
        return target.prepare(sql);
      };
    },
  });
  planned = { ...store, database };
});
afterAll(() => {
  store.close();
  folder.remove();
});

/** Steps that walk through all devices, or all checklists, to find some. */
function walks(work: () => void): readonly string[] {
  steps.length = 0;
  work();
  expect(steps).not.toEqual([]);
  // Counting anew reads an index to its end, only where the counts are damaged.
  const countsAnew = 'SCAN device USING INDEX device_by_status';
  return steps.filter((step) => /^SCAN (device|checklist)\b/.test(step) && step !== countsAnew);
}

const asked: Readonly<Record<string, Partial<DevicePage>>> = {
  'the whole queue': {},
  'one tenant': { tenantId },
  'its last page': { tenantId, offset: DEVICES - 300 },
  'a rare status': { tenantId, registration: ['failed'] },
  'a frequent status': { tenantId, bench: ['notStarted'] },
  'a frequent status, far down': { tenantId, bench: ['notStarted'], offset: 2_900 },
  'a next step': { tenantId, nextSteps: ['register'] },
  'a batch': { tenantId, batchId: tenantId },
  'a word': { tenantId, search: 'latitude' },
  'two letters': { tenantId, search: 's1' },
  'words and a status': { tenantId, search: 'latitude s1', bench: ['failed'] },
  'something failed': { tenantId, failed: true },
  'a model': { tenantId, models: ['latitude'] },
  'a model of all tenants': { models: ['latitude'] },
  'a group tag, or none': { tenantId, groupTags: ['Kiosk', ''] },
  'a maker and a model': { tenantId, manufacturers: [''], models: ['Latitude'] },
  'users, whoever they are': { tenantId, isAssigned: true },
  'no user': { tenantId, isAssigned: false },
  'a profile, a scenario and a shelf': { tenantId, profileNames: ['P'], scenarios: ['unknown'], shelves: ['4'] },
  'a model and a status': { tenantId, models: ['Latitude'], bench: ['notStarted'] },
  'a model among words': { tenantId, models: ['Latitude'], search: 's1' },
  'a model of a batch': { tenantId, models: ['Latitude'], batchId: tenantId },
  'a model that differs': { tenantId, models: ['Latitude'], differsFromMicrosoft: true },
  'days of all three': { tenantId, createdFrom: '2026-11-01', resealedUntil: '2026-12-01', useByFrom: '2026-11-01' },
};

test.each(Object.entries(asked))('%s is read by its indexes, in every order', (_, filter) => {
  const walked = walks(() => {
    const list = createDeviceList(planned);
    for (const sort of deviceSort.options) {
      const page = devicePage.parse({ limit: 300, ...filter, sort });
      list.page(page);
      list.matching(page);
      list.ids(page);
      list.keysInOrder(page);
      for (const filter of ['groupTags', 'models', 'shelves'] as const) list.valuesOf(filter, tenantId);
      list.total(page.tenantId);
      list.byNextStep(page.tenantId);
    }
  });
  expect(walked).toEqual([]);
});

/** How the rows of a page are found. */
function stepsOf(filter: Partial<DevicePage>): readonly string[] {
  steps.length = 0;
  createDeviceList(planned).page(devicePage.parse({ tenantId, limit: 300, ...filter }));
  return [...steps];
}
const sorts = (step: string): boolean => step === 'USE TEMP B-TREE FOR ORDER BY';

test('statuses, group tags and models are looked for together, in one index', () => {
  const isOfAll = /INDEX device_by_status \(.*reseal=\? AND shown_group_tag=\?( AND model=\?)?\)/;
  expect(stepsOf({ bench: ['notStarted'], groupTags: [''] })).toContainEqual(expect.stringMatching(isOfAll));
  expect(stepsOf({ groupTags: ['Kiosk'], models: ['Latitude'] })).toContainEqual(expect.stringMatching(isOfAll));
});

test('what a list is sorted by and filtered by is one range of an index, which is neither looked up nor sorted', () => {
  const plain = stepsOf({ sort: 'model' }).filter(sorts).length;
  for (const models of [['Latitude'], ['Latitude', 'EliteBook']]) {
    const found = stepsOf({ sort: 'model', models });
    expect(found).toContainEqual(expect.stringMatching(/device_by_model \(tenant_id=\? AND model>\? AND model<\?\)/));
    expect(found.filter(sorts)).toHaveLength(plain);
  }
  const days = stepsOf({ sort: 'created', createdFrom: '2026-11-01' });
  expect(days.filter(sorts)).toHaveLength(plain);
});

test('a device is found by its serial number, product key ID or ZTDID without looking at others', () => {
  const walked = walks(() => {
    const devices = createDeviceStore(planned, now);
    for (const tenant of [tenantId, null]) {
      devices.withSerialNumber('S17', tenant);
      devices.named('S17', tenant);
    }
    devices.withSimilarSerialNumber('S17', ['S18']);
    devices.withProductKeyId('1');
    devices.withZtdId('1');
  });
  // Making anew what is stored by the rules reads every device, once with each new build.
  expect(walked.filter((step) => step !== 'SCAN device')).toEqual([]);
  expect(createDeviceStore(store, now).withSerialNumber('s17', null)).toHaveLength(1);
});

test('open checklists are listed without looking at those that are complete', () => {
  const walked = walks(() => {
    const checklists = createChecklistStore(planned);
    steps.length = 0;
    checklists.page({ tenantId, open: true }, 0, 50);
    checklists.count({ tenantId, open: true });
    checklists.toWorkOut({ tenantId });
    checklists.ofDevice(tenantId);
  });
  expect(walked.filter((step) => !step.includes('checklist_open'))).toEqual([]);
});
