import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { orderOf } from '../../../src/main/store/deviceKeys.ts';
import { createDeviceList, type DeviceList } from '../../../src/main/store/deviceList.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { devicePage, deviceSort, type DevicePage } from '../../../src/shared/devices/deviceFilter.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

/** More than are sorted at once, so that orders are walked. */
const DEVICES = 7_200;
const LIMIT = 40;
const otherTenant = '5a0c3b1e-9d6f-4d0a-8a53-7c1a8a2d4f10';
const now = (): Date => new Date('2026-11-22T12:00:00Z');
const tags = ['Kiosk', 'KIOSK', 'Office', '', null, 'Kiosk', 'kiosk'];
const models = ['Latitude 5450', 'latitude 5450', 'EliteBook 845', null];

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let list: DeviceList;

beforeAll(() => {
  folder = temporaryFolder();
  store = openStore(folder.path, now);
  addTenant(store);
  addTenant(store, otherTenant, 'Other');
  const devices = createDeviceStore(store, now);
  list = createDeviceList(store);
  store.write(() => {
    for (let number = 0; number < DEVICES; number += 1) {
      devices.add({
        tenantId: number % 50 === 49 ? otherTenant : tenantId,
        serialNumber: `S${(number * 7919) % 10_007}`,
        model: models[number % models.length] ?? null,
        groupTag: tags[number % tags.length] ?? null,
        assignedUser: number % 10 === 0 ? null : `user${number % 900}@contoso.example`,
        bench: number % 9 === 0 ? 'failed' : 'notStarted',
      });
    }
    store.database.exec(`UPDATE device SET created_at = '2026-05-20T10:00:00.000Z' WHERE rowid % 4 = 0`);
  });
});
afterAll(() => {
  store.close();
  folder.remove();
});

const isKiosk = `group_tag = 'kiosk' COLLATE NOCASE`;
const isLatitude = `model = 'latitude 5450' COLLATE NOCASE`;
/** What is asked, and the same as one looks at every device for it. */
const asked: Readonly<Record<string, readonly [filter: Partial<DevicePage>, plainly: string]>> = {
  'the whole queue': [{}, 'true'],
  'one tenant': [{ tenantId }, `tenant_id = '${tenantId}'`],
  'a status': [{ tenantId, bench: ['notStarted'] }, `tenant_id = '${tenantId}' AND bench = 'notStarted'`],
  'a group tag': [{ tenantId, groupTags: ['KIOSK'] }, `tenant_id = '${tenantId}' AND ${isKiosk}`],
  'two group tags': [
    { tenantId, groupTags: ['office', 'kiosk'] },
    `tenant_id = '${tenantId}' AND (${isKiosk} OR group_tag = 'office' COLLATE NOCASE)`,
  ],
  'a group tag, or none': [{ groupTags: ['kiosk', ''] }, `(${isKiosk} OR coalesce(group_tag, '') = '')`],
  'a group tag and a status': [
    { tenantId, groupTags: ['kiosk'], bench: ['notStarted'] },
    `tenant_id = '${tenantId}' AND ${isKiosk} AND bench = 'notStarted'`,
  ],
  'a model and a status, in all tenants': [
    { models: ['Latitude 5450', ''], bench: ['notStarted'] },
    `(${isLatitude} OR coalesce(model, '') = '') AND bench = 'notStarted'`,
  ],
  'a model, two group tags and a day': [
    { tenantId, models: ['LATITUDE 5450'], groupTags: ['kiosk', ''], createdFrom: '2026-11-01' },
    `tenant_id = '${tenantId}' AND ${isLatitude} AND (${isKiosk} OR coalesce(group_tag, '') = '') AND created_at > '2026-11'`,
  ],
  'a group tag of devices with a user': [
    { tenantId, groupTags: ['kiosk'], isAssigned: true },
    `tenant_id = '${tenantId}' AND ${isKiosk} AND assigned_user IS NOT NULL`,
  ],
  'a group tag among words': [{ groupTags: ['kiosk'], search: 's' }, isKiosk],
};

const ids = z.array(z.object({ id: z.string() })).transform((rows) => rows.map(({ id }) => id));

describe.each(Object.entries(asked))('%s', (_, [filter, plainly]) => {
  test.each(deviceSort.options)('comes page by page in the order of %s, from its beginning to its end', (sort) => {
    for (const descending of [true, false]) {
      const order = orderOf({ sort, descending });
      const whole = ids.parse(store.database.prepare(`SELECT id FROM device WHERE ${plainly} ORDER BY ${order}`).all());
      expect(list.matching(devicePage.parse(filter))).toBe(whole.length);
      const middle = Math.floor(whole.length / 2);
      for (const offset of [0, middle - 20, middle + 300, whole.length - 7]) {
        const page = list.page(devicePage.parse({ ...filter, sort, descending, offset, limit: LIMIT }));
        expect(page.map(({ device }) => device.id)).toEqual(whole.slice(offset, offset + LIMIT));
      }
    }
  });
});
