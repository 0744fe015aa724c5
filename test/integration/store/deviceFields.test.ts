import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDeviceList } from '../../../src/main/store/deviceList.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { createKnownDeviceStore } from '../../../src/main/store/knownDeviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { blankDevice } from '../../../src/shared/devices/blankDevice.ts';
import { deviceFields } from '../../../src/shared/devices/device.ts';
import { deviceFilter } from '../../../src/shared/devices/deviceFilter.ts';
import type { DeviceField } from '../../../src/shared/devices/deviceField.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const at = '2026-11-22T12:00:00.000Z';
const fields: readonly (readonly [name: string, DeviceField])[] = Object.entries(deviceFields);
const everything = deviceFilter.parse({});

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(() => {
  folder = temporaryFolder();
  store = openStore(folder.path, () => new Date(at));
  addTenant(store);
});
afterEach(() => {
  store.close();
  folder.remove();
});

/** A value of a field that is not its blank one. */
function valueOf(name: string, { schema, blank }: DeviceField): unknown {
  const bare = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  const options = bare instanceof z.ZodEnum ? bare.options : [];
  const error = { code: 808, name: 'Refused', message: 'Registered elsewhere.' };
  const value = [...options, true, `some ${name.toLowerCase()}`, at, error].find(
    (candidate) => candidate !== blank && schema.safeParse(candidate).success,
  );
  if (value === undefined) throw new Error(`No value is known for the field ${name}.`);
  return value;
}

describe('the table of devices', () => {
  test('gives a row of which nothing was said the values of a blank device', () => {
    const id = 'b7b7a9c2-4a5d-4c0e-9a43-6a2f0d2f4b11';
    store.database
      .prepare(
        `INSERT INTO device (id, tenant_id, serial_number, next_step, created_at, updated_at)
         VALUES (@id, @tenantId, 'AAA1', 'register', @at, @at)`,
      )
      .run({ id, tenantId, at });
    const given = {
      id,
      tenantId,
      serialNumber: 'AAA1',
      createdAt: at,
      updatedAt: at,
      hasHardwareHash: false,
      hasDeviceLink: false,
      tagRule: null,
      tenantDefault: null,
    };
    expect(createDeviceStore(store, () => new Date(at)).get(id)).toEqual({ ...blankDevice, ...given });
  });

  test('gives back every field as it was changed', () => {
    const devices = createDeviceStore(store, () => new Date(at));
    const { id } = devices.add({ tenantId, serialNumber: 'AAA1' });
    // A batch is a row of another table, and only captures bring a hash.
    const changing = fields.filter(([name, { blank }]) => blank !== undefined && name !== 'batchId');
    for (const [name, field] of changing) {
      const value = valueOf(name, field);
      devices.change(id, { registration: 'registered', [name]: value });
      expect(devices.get(id)).toHaveProperty(name, value);
    }
  });

  test('is searched in every field that is for the search', () => {
    const devices = createDeviceStore(store, () => new Date(at));
    const list = createDeviceList(store);
    for (const [name] of fields.filter(([, { uses }]) => uses.includes('search'))) {
      const { id } = devices.add({ tenantId, serialNumber: null, [name]: `found by ${name}` });
      expect([name, list.ids({ ...everything, search: `by ${name.toLowerCase()}` })]).toEqual([name, [id]]);
      devices.takeOff(id);
    }
  });

  test('tells intake who every device is, and since when it is off the queue', () => {
    const devices = createDeviceStore(store, () => new Date(at));
    const identity = {
      serialNumber: 'AAA1',
      manufacturer: 'HP',
      model: 'HP EliteBook 650 G10',
      productKeyId: null,
      smbiosUuid: '4c4c4544-0035-4710-8051-b4c04f4e3532',
      tpmEndorsementKeySha256: null,
    };
    const { id } = devices.add({ tenantId, ...identity });
    devices.takeOff(id);
    expect([...createKnownDeviceStore(store).all()]).toEqual([{ id, tenantId, ...identity, takenOffAt: at }]);
  });
});
