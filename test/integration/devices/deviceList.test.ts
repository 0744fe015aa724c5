import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDeviceList, type DeviceList } from '../../../src/main/store/deviceList.ts';
import { createDeviceStore, type DeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { devicePage } from '../../../src/shared/devices/deviceFilter.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const tenantId = '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11';
const everything = devicePage.parse({ sort: 'serialNumber', descending: false });

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let devices: DeviceStore;
let list: DeviceList;

beforeEach(() => {
  folder = temporaryFolder();
  store = openStore(folder.path, () => new Date('2026-11-22T12:00:00Z'));
  store.database
    .prepare(
      `INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES (?, 'practice', 'P', 'blue', 'global', '2026-01-01T00:00:00Z')`,
    )
    .run(tenantId);
  devices = createDeviceStore(store, () => new Date('2026-11-22T12:00:00Z'));
  list = createDeviceList(store);
});
afterEach(() => {
  store.close();
  folder.remove();
});

const serials = () => list.page(everything).map(({ device }) => device.serialNumber);

describe('the queue', () => {
  test('finds a device by every word of the search, in any field', () => {
    devices.add({ tenantId, serialNumber: 'AAA1', model: 'Latitude 5530', groupTag: 'Kiosk' });
    devices.add({ tenantId, serialNumber: 'AAA2', model: 'Latitude 5530', groupTag: 'Office' });
    const found = list.page({ ...everything, search: 'latitude kiosk' });
    expect(found.map(({ device }) => device.serialNumber)).toEqual(['AAA1']);
  });

  test('takes percent signs and underscores of a search as they are', () => {
    devices.add({ tenantId, serialNumber: 'A_1' });
    devices.add({ tenantId, serialNumber: 'AB1' });
    expect(list.page({ ...everything, search: 'A_1' }).map(({ device }) => device.serialNumber)).toEqual(['A_1']);
    expect(list.matching({ ...everything, search: '%' })).toBe(0);
  });

  test('finds any serial number whole, whatever characters it has', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text && !/\s/.test(text)),
        (serialNumber) => {
          const { id } = devices.add({ tenantId, serialNumber });
          expect(list.ids({ ...everything, search: serialNumber })).toContain(id);
          expect(devices.withSerialNumber(serialNumber).map((device) => device.id)).toContain(id);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('keeps the next step in step with the statuses', () => {
    const { id } = devices.add({ tenantId, serialNumber: 'AAA1' });
    expect(list.byNextStep(tenantId)).toEqual({ register: 1 });
    devices.change(id, { registration: 'pending' });
    expect(list.byNextStep(tenantId)).toEqual({ waitForRegistration: 1 });
    expect(list.page({ ...everything, nextSteps: ['waitForRegistration'] })).toHaveLength(1);
  });

  test('takes a device off and puts it back unharmed', () => {
    const { id } = devices.add({ tenantId, serialNumber: 'AAA1', groupTag: 'Kiosk' });
    const before = devices.get(id);
    expect(devices.takeOff(id)).toBe(true);
    expect(devices.takeOff(id)).toBe(false);
    expect(serials()).toEqual([]);
    expect(devices.putBack(id)).toBe(true);
    expect(serials()).toEqual(['AAA1']);
    expect(devices.get(id)).toEqual(before);
  });

  test('writes and reads back every field of a device as it was', () => {
    const added = devices.add({
      tenantId,
      serialNumber: 'AAA1',
      registrationError: { code: 808, name: 'ZtdDeviceAssignedToOtherTenant', message: 'Registered elsewhere.' },
      profileAllowsPreProvisioning: false,
      isVirtualMachine: true,
    });
    expect(devices.get(added.id)).toEqual(added);
  });
});
