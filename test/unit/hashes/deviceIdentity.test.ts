import { describe, expect, test } from 'vitest';
import { compareIdentity, deviceIdentity, type IdentityFields } from '../../../src/shared/hashes/deviceIdentity.ts';

const fields: IdentityFields = {
  manufacturer: 'Contoso',
  productName: 'Book 14',
  serialNumber: 'CB14-0001',
  smbiosUuid: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  tpmEndorsementKeySha256: 'ab'.repeat(32),
};
const otherBoard = { smbiosUuid: '1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', tpmEndorsementKeySha256: 'cd'.repeat(32) };
const nothing = {
  manufacturer: null,
  productName: null,
  serialNumber: null,
  smbiosUuid: null,
  tpmEndorsementKeySha256: null,
};

describe('two captures', () => {
  test.each<[string, Partial<IdentityFields>, string]>([
    ['of the same device are the same', {}, 'same'],
    [
      'are the same in other letter case and with blanks',
      { manufacturer: 'CONTOSO ', serialNumber: 'cb14-0001' },
      'same',
    ],
    ['are the same where one lacks UUID and TPM', { smbiosUuid: null, tpmEndorsementKeySha256: null }, 'same'],
    [
      'are the same where only the TPM is known to agree',
      { ...nothing, tpmEndorsementKeySha256: 'ab'.repeat(32) },
      'same',
    ],
    ['are the same where only the UUID is known to agree', { ...nothing, smbiosUuid: fields.smbiosUuid }, 'same'],
    ['with another UUID show a changed board', { smbiosUuid: otherBoard.smbiosUuid }, 'changed-board'],
    [
      'with another TPM show a changed board',
      { tpmEndorsementKeySha256: otherBoard.tpmEndorsementKeySha256 },
      'changed-board',
    ],
    ['with another board that has no product name show it too', { ...otherBoard, productName: null }, 'changed-board'],
    ['with another serial number and board are different', { ...otherBoard, serialNumber: 'CB14-0002' }, 'different'],
    ['of two makers who use the same number are different', { ...otherBoard, manufacturer: 'Fabrikam' }, 'different'],
    ['of which one says nothing are different', nothing, 'different'],
  ])('%s', (_, changes, relation) => {
    const other = deviceIdentity({ ...fields, ...changes });
    expect(compareIdentity(deviceIdentity(fields), other)).toBe(relation);
    expect(compareIdentity(other, deviceIdentity(fields))).toBe(relation);
  });

  test('with placeholders are not taken for the same device', () => {
    const placeholder = deviceIdentity({ ...fields, ...otherBoard, serialNumber: 'Default string' });
    expect(compareIdentity(placeholder, deviceIdentity({ ...fields, serialNumber: 'Default string' }))).toBe(
      'different',
    );
    expect(placeholder).toMatchObject({ serialNumber: null, serial: null, tuple: null, uuid: otherBoard.smbiosUuid });
  });
});
