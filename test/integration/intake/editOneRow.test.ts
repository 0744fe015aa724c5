import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { createListedDeviceStore } from '../../../src/main/store/listedDeviceStore.ts';
import { openRawQueue } from '../../rigs/testVault.ts';
import { editableField } from '../../../src/shared/intake/vocabulary.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { importedAt, intakeOnDisk, textFile, type IntakeOnDisk, type NamedFile } from '../../rigs/intakeOnDisk.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';

const otherTenantId = '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c12';
const key = '3355683689423';
const devices = [0, 1, 2, 3].map((number) => {
  const { serialNumber, manufacturer, productName, ...others } = inventedDevice(number);
  return { serialNumber: serialNumber ?? '', manufacturer: manufacturer ?? '', model: productName ?? '', others };
});
const [first, second, third, fourth] = devices;

/** Devices that are registered, taken off, known by a product key ID alone, listed by Microsoft, and of another tenant. */
function seed({ store }: IntakeOnDisk): void {
  addTenant(store, otherTenantId);
  const queue = createDeviceStore(store, () => importedAt);
  const named = (device = first) => ({
    serialNumber: device?.serialNumber ?? '',
    manufacturer: device?.manufacturer ?? '',
    model: device?.model ?? '',
  });
  store.write(() => {
    queue.add({ tenantId, ...named(first), groupTag: 'Kiosk', registration: 'registered', ztdId: 'a' });
    queue.takeOff(queue.add({ tenantId, ...named(second) }).id);
    queue.add({ tenantId, serialNumber: null, productKeyId: key });
    queue.add({ tenantId: otherTenantId, ...named(third) });
    createListedDeviceStore(store).replace(tenantId, [
      { ztdId: 'b', ...named(fourth), productKeyId: null, groupTag: null, purchaseOrder: null },
    ]);
  });
}

/** Good rows, repeats, a row without a hash, one with half of it, and rows that only a product key ID names. */
function deliveries(): NamedFile[] {
  const hashOf = (number: number): string => inventedHash(inventedDevice(number));
  const intune = [
    'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User',
    ...devices.map(({ serialNumber }, number) => `${serialNumber},,${hashOf(number)},Kiosk,`),
    `${first?.serialNumber ?? ''},,${hashOf(0)},,`,
    `${second?.serialNumber ?? ''},,,,`,
    `${third?.serialNumber ?? ''},,${hashOf(2).slice(0, 900)},,`,
  ];
  const partner = [
    'Device serial number,Windows product ID,Hardware hash,Manufacturer name,Device model',
    `,${key},,,`,
    `NEW1,${key},,HP,EliteBook`,
    `,${key},,,`,
    `NEW2,,,HP,EliteBook`,
  ];
  return [textFile('intune.csv', intune.join('\r\n')), textFile('partner.csv', partner.join('\r\n'))];
}

const value = fc.constantFrom(
  '',
  'NEW1',
  'HP',
  'EliteBook',
  key,
  'Kiosk',
  'a, b',
  'ada@contoso.com',
  'To be filled by O.E.M.',
  ...devices.flatMap(({ serialNumber, manufacturer, model }) => [serialNumber, manufacturer, model]),
);
const edit = fc.record({ rowId: fc.nat(10), field: fc.constantFrom(...editableField.options), value });

let quick: IntakeOnDisk;
let thorough: IntakeOnDisk;
beforeEach(() => {
  quick = intakeOnDisk();
  thorough = intakeOnDisk();
  seed(quick);
  seed(thorough);
});
afterEach(() => {
  quick.close();
  thorough.close();
});

test('a row that was edited compares with the others and with the queue as if all were compared anew', async () => {
  const other = openRawQueue(thorough.folder.path);
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 10 }), async (edits) => {
      const previews = [await quick.preview(...deliveries()), await thorough.preview(...deliveries())] as const;
      const [one, two] = previews.map(({ previewId }) => previewId);
      if (one === undefined || two === undefined) return;
      for (const step of edits) {
        // What another process writes has everything compared with the queue anew.
        other.exec(`INSERT OR REPLACE INTO setting (name, value) VALUES ('change', '${++changes}')`);
        await quick.engine.handlers['intake.editRow']({ previewId: one, ...step });
        await thorough.engine.handlers['intake.editRow']({ previewId: two, ...step });
        expect(await quick.rows(one)).toEqual(await thorough.rows(two));
      }
      await quick.engine.handlers['intake.discard']({ previewId: one });
      await thorough.engine.handlers['intake.discard']({ previewId: two });
    }),
    { numRuns: 60 },
  );
  other.close();
});
