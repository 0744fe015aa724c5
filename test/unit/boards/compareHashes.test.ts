import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareHashes } from '../../../src/shared/boards/compareHashes.ts';
import type { HashComparison } from '../../../src/shared/boards/hashComparison.ts';
import { decodeHardwareHash } from '../../../src/shared/hashes/decodeHardwareHash.ts';
import { describeRecords, type DeviceDescription } from '../../../src/shared/hashes/encodeHardwareHash.ts';
import { encodeRecords, type RecordContent } from '../../../src/shared/hashes/encodeRecords.ts';
import { arbitraryDevice } from '../hashes/arbitraryDevice.ts';
import { sampleDevice, sha256 } from '../hashes/sampleDevice.ts';

const decoded = (device: DeviceDescription, more: readonly RecordContent[] = []) =>
  decodeHardwareHash(encodeRecords([...describeRecords(device, sha256), ...more], sha256), sha256);

const compare = (change: Partial<DeviceDescription>, before: Partial<DeviceDescription> = {}): HashComparison =>
  compareHashes(decoded({ ...sampleDevice, ...before }), decoded({ ...sampleDevice, ...change }));

const effects = ({ changes }: HashComparison) => changes.map(({ part, effect }) => `${part}: ${effect}`);

const newBoard = {
  smbiosUuid: '99999999-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  tpm: { version: sampleDevice.tpm?.version ?? '', endorsementKey: Uint8Array.from({ length: 256 }, (_, i) => i) },
};
const [lan, wlan] = [sampleDevice.macAddresses.slice(0, 1), sampleDevice.macAddresses.slice(1)];
const otherLan = { medium: 14, address: '02:00:5E:99:00:01', bus: 'PCI' };

describe('comparing two hashes', () => {
  const sorted = (values: readonly unknown[]): string =>
    JSON.stringify(values.map((value) => JSON.stringify(value)).sort());
  const keyOf = (device: DeviceDescription): string =>
    JSON.stringify(device.tpm && Array.from(device.tpm.endorsementKey));
  /** What tells, of two descriptions, whether they have the same part. */
  const told: Readonly<Record<string, (device: DeviceDescription) => string | number | null>> = {
    uuid: ({ smbiosUuid }) => smbiosUuid,
    tpm: keyOf,
    tpmVersion: ({ tpm }) => tpm && tpm.version,
    serialNumber: ({ serialNumber }) => serialNumber,
    manufacturer: ({ manufacturer }) => manufacturer,
    model: ({ productName }) => productName,
    sku: ({ skuNumber }) => skuNumber,
    family: ({ systemFamily }) => systemFamily,
    productKeyId: ({ productKeyId }) => productKeyId,
    network: ({ macAddresses }) => sorted(macAddresses),
    disk: ({ disks }) => sorted(disks),
    processor: ({ processorModel }) => processorModel,
    memory: ({ memoryGib }) => memoryGib,
  };
  const unknownRecords = fc.array(
    fc.record({ type: fc.integer({ min: 60, max: 64 }), data: fc.uint8Array({ maxLength: 8 }) }),
    { maxLength: 2 },
  );

  test('names every part that has changed, known or not, and nothing else', () => {
    fc.assert(
      fc.property(
        arbitraryDevice,
        arbitraryDevice,
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        unknownRecords,
        unknownRecords,
        (device, other, chosen, unknown, otherUnknown) => {
          const keys = Object.keys(device);
          const taken = Object.entries(other).filter(([key]) => chosen[keys.indexOf(key)] === true);
          const repaired: DeviceDescription = { ...device, ...Object.fromEntries(taken) };
          const { changes } = compareHashes(decoded(device, unknown), decoded(repaired, otherUnknown));

          const expected = Object.keys(told).filter((part) => told[part]?.(device) !== told[part]?.(repaired));
          const ofType = (records: readonly RecordContent[], type: number) =>
            sorted(records.filter((record) => record.type === type).map(({ data }) => Array.from(data)));
          const types = [60, 61, 62, 63, 64].filter((type) => ofType(unknown, type) !== ofType(otherUnknown, type));
          expect(
            changes
              .filter(({ part }) => part !== 'unknown')
              .map(({ part }) => part)
              .sort(),
          ).toEqual(expected.sort());
          expect(changes.filter(({ part }) => part === 'unknown').map(({ recordType }) => recordType)).toEqual(types);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('another capture of the same device is no change', () => {
    const again = compare({ collectedAt: new Date('2026-09-01T08:00:00Z'), osBuild: '10.0.26200.1', osType: 2 });
    expect(again).toMatchObject({ verdict: 'none', changes: [], findings: [] });
  });

  test('what a hash says is shown as old and new, and the key of a TPM as its digest', () => {
    const { changes } = compare({ ...newBoard, memoryGib: 32 });
    expect(changes.map(({ part }) => part)).toEqual(['uuid', 'tpm', 'memory']);
    expect(changes[1]?.after[0]).toMatch(/^SHA-256 [0-9a-f]{64}$/);
    expect(changes[2]).toMatchObject({ before: ['16 GB'], after: ['32 GB'] });
  });

  test('a record that nobody knows passes through by its number, and its content is not shown', () => {
    const secret = [{ type: 77, data: Uint8Array.from([1, 2, 3]) }];
    const { changes } = compareHashes(decoded(sampleDevice), decoded(sampleDevice, secret));
    expect(changes).toEqual([{ part: 'unknown', recordType: 77, before: [], after: ['7 bytes'], effect: 'newHash' }]);
  });
});

test.each<[string, Partial<DeviceDescription>, Partial<DeviceDescription>, string, readonly string[]]>([
  ['another mainboard', newBoard, {}, 'newDevice', ['uuid: newDevice', 'tpm: newDevice']],
  ['a TPM that could not be read before', {}, { tpm: null }, 'notTold', ['tpm: notTold', 'tpmVersion: none']],
  ['memory', { memoryGib: 32 }, {}, 'none', ['memory: none']],
  [
    'one of two network cards',
    { macAddresses: [otherLan, ...wlan] },
    {},
    'probablyRecognised',
    ['network: probablyRecognised'],
  ],
  ['the only network card', { macAddresses: [otherLan] }, { macAddresses: lan }, 'newHash', ['network: newHash']],
  [
    'an adapter on USB',
    { macAddresses: [...sampleDevice.macAddresses, { ...otherLan, bus: 'USB' }] },
    {},
    'none',
    ['network: none'],
  ],
  ['a disk', { disks: [] }, {}, 'dependsOnDonor', ['disk: dependsOnDonor']],
  ['a processor', { processorModel: 'Another CPU' }, {}, 'untested', ['processor: untested']],
  ['a product key', { productKeyId: '3300000000002' }, {}, 'newHash', ['productKeyId: newHash']],
])('what a change means for the identity: %s', (_, change, before, verdict, expected) => {
  const comparison = compare(change, before);
  expect(comparison.verdict).toBe(verdict);
  expect(effects(comparison)).toEqual(expected);
});

test('two devices are not taken for one before and after', () => {
  const other = { ...newBoard, serialNumber: 'CB14-0002', macAddresses: [otherLan], disks: [] };
  expect(compare(other).verdict).toBe('otherDevice');
  expect(compare({ ...other, disks: sampleDevice.disks }).verdict).toBe('newDevice');
  expect(compare({ ...other, serialNumber: 'To be filled by O.E.M.' }).verdict).toBe('newDevice');
});

describe('network and graphics cards', () => {
  test('a wired card that stays beside a new board with a TPM is said', () => {
    const before = { macAddresses: [...lan, { ...otherLan, address: '02:00:5E:99:00:02' }] };
    const after = { ...newBoard, macAddresses: [otherLan, ...lan] };
    expect(compare(after, before).findings).toEqual([
      { code: 'boards.secondCardKept', cards: ['ethernet 02:00:5E:10:00:01 (PCI)'] },
    ]);
    expect(compare({ ...after, tpm: null }, before).findings).toEqual([]);
  });

  test('a WLAN card that stays beside a new board is not', () => {
    expect(compare({ ...newBoard, macAddresses: [otherLan, ...wlan] }).findings).toEqual([]);
  });

  test('a card more, another card, and one on USB are told apart', () => {
    const codes = (macAddresses: DeviceDescription['macAddresses']) =>
      compare({ macAddresses }).findings.map(({ code }) => code);
    expect(codes([...sampleDevice.macAddresses, otherLan])).toEqual(['boards.cardAdded']);
    expect(codes([otherLan, ...wlan])).toEqual(['boards.cardExchanged']);
    expect(codes([...sampleDevice.macAddresses, { ...otherLan, bus: 'USB' }])).toEqual(['boards.removableCard']);
    expect(codes([...sampleDevice.macAddresses, { ...otherLan, medium: 10, bus: 'BTH' }])).toEqual([]);
  });

  test('a second graphics card is said, and does no harm', () => {
    const graphics = (name: string) => ({ type: 30, data: Buffer.from(`${name}\0`, 'utf16le') });
    const [before, after] = [
      decoded(sampleDevice, [graphics('A')]),
      decoded(sampleDevice, [graphics('A'), graphics('B')]),
    ];
    const { findings, verdict } = compareHashes(before, after);
    expect({ findings, verdict }).toEqual({
      findings: [{ code: 'boards.graphicsAdded', cards: ['B'] }],
      verdict: 'none',
    });
  });
});

describe('what the firmware says after the repair', () => {
  const states = (change: Partial<DeviceDescription>) =>
    Object.fromEntries(compare({ ...newBoard, ...change }).fields.map(({ field, state }) => [field, state]));

  test('of nine fields, what is missing, a placeholder or not what the device had before is said', () => {
    expect(Object.values(states({}))).toEqual(Array<string>(9).fill('present'));
    expect(
      states({
        serialNumber: 'Default string',
        manufacturer: 'Contoso Ltd',
        productName: null,
        smbiosUuid: '00000000-0000-0000-0000-000000000000',
        productKeyId: null,
        tpm: null,
        macAddresses: [],
        disks: [],
        osType: 1,
      }),
    ).toEqual({
      serialNumber: 'placeholder',
      manufacturer: 'otherThanBefore',
      model: 'missing',
      uuid: 'placeholder',
      productKeyId: 'missing',
      tpmKey: 'missing',
      network: 'missing',
      disk: 'missing',
      osType: 'wrong',
    });
  });

  test('letter case is not another name', () => {
    expect(states({ serialNumber: 'cb14-0001' }).serialNumber).toBe('present');
  });
});
