import { describe, expect, test } from 'vitest';
import {
  identityEvidenceOf,
  weighIdentity,
  type Evidence,
  type Hardware,
  type NamedEvidence,
  type Weighing,
} from '../../../src/shared/devices/weighIdentity.ts';
import { checkMachinePairs } from '../../rigs/machinePairs.ts';

const device: NamedEvidence = {
  manufacturer: 'Contoso',
  model: 'Book 14',
  serialNumber: 'CB14-0001',
  smbiosUuid: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  tpmEndorsementKeySha256: 'ab'.repeat(32),
  productKeyId: null,
};
const nothing: NamedEvidence = {
  manufacturer: null,
  model: null,
  serialNumber: null,
  smbiosUuid: null,
  tpmEndorsementKeySha256: null,
  productKeyId: null,
};
const otherUuid = { smbiosUuid: '1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' };
const otherKey = { tpmEndorsementKeySha256: 'cd'.repeat(32) };
const otherBoard = { ...otherUuid, ...otherKey };
const otherMake = { serialNumber: 'FX-77001', manufacturer: 'Fabrikam', model: 'Slate' };

const parts = (address: string, diskSerialNumber: string | null, bus = 'PCI'): Hardware => ({
  macAddresses: [{ medium: 'ethernet', address, bus }],
  diskSerialNumber,
});
const ours = parts('A0:B1:C2:D3:E4:F5', 'DISK-1');
const theirs = parts('A0:B1:C2:D3:E4:99', 'DISK-2');

function both(a: Evidence, b: Evidence): Weighing {
  const weighing = weighIdentity(a, b);
  expect(weighIdentity(b, a)).toEqual(weighing);
  return weighing;
}

const same = { kind: 'same' };
const different = { kind: 'different' };
const changed = (...changedParts: readonly string[]) => ({ kind: 'changedPart', parts: changedParts });
const shares = (value: string) => ({ kind: 'sharesValue', value });
const untold = (value: string) => ({ kind: 'cannotBeTold', value });

describe('what names and boards tell of two captures', () => {
  test.each<[string, Partial<NamedEvidence>, object]>([
    ['the same device', {}, same],
    ['other letter case and blanks', { manufacturer: 'CONTOSO ', serialNumber: 'cb14-0001' }, same],
    ['one without UUID and TPM', { smbiosUuid: null, tpmEndorsementKeySha256: null }, same],
    ['another UUID', otherUuid, changed('board')],
    ['another TPM', otherKey, changed('tpm')],
    ['another board', otherBoard, changed('board')],
    ['another board that has no product name', { ...otherBoard, model: null }, changed('board')],
    ['the same serial number and board under other names', { manufacturer: 'Contoso Ltd', model: 'B14' }, same],
    ['another serial number and board', { ...otherBoard, serialNumber: 'CB14-0002' }, different],
    ['the board in a device of another make', otherMake, shares('board')],
    ['the board in a device of the same make', { serialNumber: 'CB14-0002' }, shares('board')],
    ['the TPM in a device of another make', { ...otherMake, ...otherUuid }, shares('tpm')],
    ['a factory’s UUID', { ...otherKey, serialNumber: 'CB14-0002' }, shares('uuid')],
    [
      'a UUID under another serial number, without TPM',
      { serialNumber: 'CB14-0002', tpmEndorsementKeySha256: null },
      untold('uuid'),
    ],
    ['a serial number of two makers', { ...otherBoard, manufacturer: 'Fabrikam' }, shares('serialNumber')],
    ['a serial number of two models, and other boards', { ...otherBoard, model: 'Slate' }, untold('serialNumber')],
    [
      'a serial number without a maker, and nothing else',
      { ...nothing, serialNumber: 'CB14-0001' },
      untold('serialNumber'),
    ],
    ['only the TPM', { ...nothing, tpmEndorsementKeySha256: 'ab'.repeat(32) }, untold('board')],
    ['only the UUID', { ...nothing, smbiosUuid: device.smbiosUuid }, untold('uuid')],
    ['nothing', nothing, different],
  ])('%s', (_, changes, expected) => {
    expect(both(identityEvidenceOf(device), identityEvidenceOf({ ...device, ...changes }))).toEqual(expected);
  });

  test('a placeholder is nobody’s serial number', () => {
    const junk = { ...device, serialNumber: 'Default string' };
    expect(both(identityEvidenceOf(junk), identityEvidenceOf(junk))).toEqual(same);
    expect(both(identityEvidenceOf(junk), identityEvidenceOf({ ...junk, ...otherBoard }))).toEqual(different);
    expect(both(identityEvidenceOf(junk), identityEvidenceOf({ ...junk, ...otherKey }))).toEqual(untold('uuid'));
  });

  test.each(['03000200-0400-0500-0006-000700080009', '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF'])(
    'the UUID %s, which many machines have, says nothing',
    (smbiosUuid) => {
      const board = { ...device, smbiosUuid };
      expect(both(identityEvidenceOf(board), identityEvidenceOf({ ...board, ...otherKey, ...otherMake }))).toEqual(
        different,
      );
    },
  );

  test('a product key ID counts only where one of two has nothing else', () => {
    const named = identityEvidenceOf({ ...device, productKeyId: '3311694915731' });
    const bare = identityEvidenceOf({ ...nothing, productKeyId: '3311694915731' });
    expect(both(named, bare)).toEqual(same);
    const image = identityEvidenceOf({
      ...device,
      ...otherBoard,
      serialNumber: 'CB14-0002',
      productKeyId: '3311694915731',
    });
    expect(both(named, image)).toEqual(different);
  });
});

describe('what disk and network cards tell', () => {
  test.each<[string, Partial<NamedEvidence>, Hardware, object]>([
    ['another disk', {}, parts('A0:B1:C2:D3:E4:F5', 'DISK-2'), changed('disk')],
    ['another network card', {}, parts('A0:B1:C2:D3:E4:99', 'DISK-1'), changed('network')],
    ['an adapter on USB', {}, parts('A0:B1:C2:D3:E4:99', 'DISK-1', 'USB'), same],
    [
      'a new board with its own network card',
      otherBoard,
      parts('A0:B1:C2:D3:E4:99', 'DISK-1'),
      changed('board', 'network'),
    ],
    [
      'a new board and a new disk beside the old card',
      otherBoard,
      parts('A0:B1:C2:D3:E4:F5', 'D2'),
      changed('board', 'disk'),
    ],
    ['two machines with one serial number', otherBoard, theirs, untold('serialNumber')],
    ['two machines with one serial number and UUID', otherKey, theirs, untold('serialNumber')],
    ['a device that was given another serial number', { serialNumber: 'CB14-0002' }, ours, untold('board')],
    ['the board in another device', { serialNumber: 'CB14-0002' }, theirs, shares('board')],
    [
      'a UUID without TPM in another device',
      { serialNumber: 'CB14-0002', tpmEndorsementKeySha256: null },
      theirs,
      shares('uuid'),
    ],
    ['no serial number, but UUID and disk', { ...nothing, smbiosUuid: device.smbiosUuid }, ours, same],
  ])('%s', (_, changes, hardware, expected) => {
    expect(both(identityEvidenceOf(device, ours), identityEvidenceOf({ ...device, ...changes }, hardware))).toEqual(
      expected,
    );
  });
});

test('of invented machines, recaptured, repaired and mixed up, no two become one and none becomes two', () => {
  // 200,000 take a quarter of a minute: RESEAL_MACHINE_PAIRS asks for them.
  checkMachinePairs(Number(process.env['RESEAL_MACHINE_PAIRS'] ?? 5_000));
});
