import { describe, expect, test } from 'vitest';
import { tellIssue } from '../../../src/shared/intake/tellIssue.ts';
import { HASH_ISSUES } from '../../../src/shared/hashes/hashIssues.ts';
import type { RecordContent } from '../../../src/shared/hashes/encodeRecords.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';
import { codesOf, contentCharacters, hashOf, hashWithRecords, inspect, sampleDevice } from './sampleDevice.ts';

const good = hashOf();
const content = contentCharacters(good);

/** Turns a character into another one of the alphabet. */
function altered(text: string, index: number): string {
  return text.slice(0, index) + (text.charAt(index) === 'Q' ? 'R' : 'Q') + text.slice(index + 1);
}

function withBytes(change: (bytes: Buffer) => void): string {
  const bytes = Buffer.from(good, 'base64');
  change(bytes);
  return bytes.toString('base64');
}

function without(type: number): (records: RecordContent[]) => RecordContent[] {
  return (records) => records.filter((record) => record.type !== type);
}

const total = Buffer.from(good, 'base64').readUInt16LE(2);
const withTpmVersion = (version: string): string =>
  hashOf({ tpm: { version, endorsementKey: Uint8Array.of(1, 2, 3) } });
/** A TPM with whatever key; the device ID is of another source, as Windows writes it where there is no key. */
const tpmWith = (endorsementKey: Uint8Array): string =>
  hashWithRecords((records) =>
    records.map((record) => {
      if (record.type === 25) return { ...record, data: endorsementKey };
      return record.type === 11 ? { ...record, data: record.data.with(4, 3) } : record;
    }),
  );
const foreignDeviceId = (records: RecordContent[]): RecordContent[] =>
  records.map((record) => (record.type === 11 ? { ...record, data: record.data.with(20, 0).with(21, 0) } : record));

const messagesOf = (text: string): string[] => inspect(text).issues.map((issue) => tellIssue(issue).message);

test('a good hash is valid and says what device it is', () => {
  const inspection = inspect(good);
  expect(inspection).toMatchObject({
    state: 'valid',
    characters: 4000,
    bytes: 3000,
    total,
    checksum: 'ok',
    issues: [],
    repairs: [],
    canonical: good,
    fields: {
      manufacturer: 'Contoso',
      productName: 'Contoso Book 14',
      serialNumber: 'CB14-0001',
      smbiosUuid: sampleDevice.smbiosUuid,
      productKeyId: '3300000000001',
      macAddresses: [
        { medium: 'ethernet', address: '02:00:5E:10:00:01', bus: 'PCI' },
        { medium: 'wifi', address: '02:00:5E:10:00:02', bus: 'PCI' },
      ],
      diskSerialNumber: 'D1S-0001',
      collectedAt: '2026-05-04T08:30:00Z',
      osBuild: '10.0.26100.4061',
      osType: 'FullOS',
    },
  });
  expect(inspection.records[0]).toEqual({ type: 1, offset: 4, length: 28, name: 'collection' });
});

describe('a hash that cannot be used is invalid, and says why', () => {
  test.each([
    ['2: a character outside the alphabet', altered(good, 99).replace(/^(.{99})./, '$1!'), 'hash.character'],
    ['2: an equals sign inside', `${good.slice(0, 200)}=${good.slice(201)}`, 'hash.character'],
    ['2: a wrong last character where nothing follows the checksum', brokenLastCharacter(), 'hash.character'],
    ['3: a doubled character', good.slice(0, 50) + good.slice(49), 'hash.length'],
    ['5: a serial number', 'CB14-0001', 'hash.not-a-hash'],
    ['5: a GUID', '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', 'hash.not-a-hash'],
    ['5: the wrong first character', altered(good, 0), 'hash.not-a-hash'],
    ['5: the value printed in the documentation', 'T0HLAQEAHAAAAAAoAAQDuQgAACgD+', 'hash.length'],
    ['5: nothing', '', 'hash.empty'],
    ['5: text in lower case', good.toLowerCase(), 'hash.letter-case'],
    ['5: text in upper case', good.toUpperCase(), 'hash.letter-case'],
    ['5: far too much text', 'T0GD'.repeat(50_000), 'hash.too-long'],
    ['6: cut off', good.slice(0, content - 8), 'hash.cut-off'],
    [
      '7: a record length that leads outside',
      withBytes((bytes) => bytes.writeUInt16LE(9000, 6)),
      'hash.record-damaged',
    ],
    ['7: a record length below its header', withBytes((bytes) => bytes.writeUInt16LE(3, 6)), 'hash.record-damaged'],
    [
      '7: a walk that does not end at TOTAL',
      withBytes((bytes) => bytes.writeUInt16LE(total + 3, 2)),
      'hash.record-damaged',
    ],
    ['8: no checksum record', withBytes((bytes) => bytes.writeUInt16LE(0x5344, total)), 'hash.checksum-missing'],
    [
      '9: an altered serial number',
      withBytes((bytes) => bytes.write('X', bytes.indexOf('CB14-0001'))),
      'hash.checksum',
    ],
    ['9: an altered checksum', altered(good, content - 3), 'hash.checksum'],
    ['13: no manufacturer', hashOf({ manufacturer: null }), 'hash.manufacturer-missing'],
    ['13: an empty manufacturer', hashOf({ manufacturer: '' }), 'hash.manufacturer-missing'],
    ['13: no serial number', hashOf({ serialNumber: null }), 'hash.serial-missing'],
  ])('rule %s', (_, text, code) => {
    const inspection = inspect(text);
    expect(codesOf(inspection)).toContain(code);
    expect(inspection).toMatchObject({ state: 'invalid', canonical: null, repairs: [] });
  });

  function brokenLastCharacter(): string {
    // 1 mod 3 bytes leave four spare bits in the last character.
    const unfilled = ['a', 'ab', 'abc']
      .map((skuNumber) => hashWithRecords((records) => [...records, { type: 99, data: Buffer.from(skuNumber) }], 0))
      .find((hash) => hash.endsWith('=='));
    if (unfilled === undefined) throw new Error('One of three lengths has to leave spare bits.');
    const last = unfilled.length - 3;
    const next = String.fromCharCode(unfilled.charCodeAt(last) + 1);
    return `${unfilled.slice(0, last)}${next}==`;
  }

  test('the character and its position are named, never more of the hash', () => {
    const [issue] = messagesOf(`${good.slice(0, 1204)}!${good.slice(1205)}`);
    expect(issue).toBe('The hash is damaged at character 1,205 (“!”). Export it again on the device.');
  });

  test('a cut hash says how much is there and how much is needed', () => {
    const [issue] = messagesOf(good.slice(0, 600));
    expect(issue).toContain(`600 of at least ${neutralFormatter.number(contentCharacters(good))} characters`);
  });

  test('the records before the damage still identify the device', () => {
    const { fields, checksum } = inspect(good.slice(0, content - 80));
    expect(checksum).toBe('missing');
    expect(fields).toMatchObject({ manufacturer: 'Contoso', serialNumber: 'CB14-0001', productKeyId: null });
  });

  test('an altered hash shows its checksum as a mismatch', () => {
    expect(inspect(altered(good, content - 3)).checksum).toBe('mismatch');
  });
});

describe('a hash that a person must look at is suspect', () => {
  test.each([
    ['10: data after the end', `${good.slice(0, 3996)}AAAB`, 'hash.trailing-data'],
    [
      '12: another first record',
      hashWithRecords((records) => [...records.slice(1), ...records.slice(0, 1)]),
      'hash.first-record',
    ],
    ['14: a placeholder as serial number', hashOf({ serialNumber: 'To be filled by O.E.M.' }), 'hash.placeholder'],
    ['14: a placeholder as manufacturer', hashOf({ manufacturer: 'SMBIOS_STRING_INDEX_0' }), 'hash.placeholder'],
    ['14: a placeholder as product name', hashOf({ productName: 'Default string' }), 'hash.placeholder'],
    ['14: zeros as serial number', hashOf({ serialNumber: '00000000' }), 'hash.placeholder'],
    ['14: blanks as serial number', hashOf({ serialNumber: '   ' }), 'hash.placeholder'],
    ['16: no product name', hashOf({ productName: null }), 'hash.product-missing'],
    ['16: no UUID', hashOf({ smbiosUuid: null }), 'hash.uuid-missing'],
    ['16: a UUID of zeros', hashOf({ smbiosUuid: '00000000-0000-0000-0000-000000000000' }), 'hash.uuid-missing'],
    ['16: a UUID of Fs', hashOf({ smbiosUuid: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }), 'hash.uuid-missing'],
    ['16: no network adapter', hashOf({ macAddresses: [] }), 'hash.mac-missing'],
    ['16: no disk', hashOf({ disks: [] }), 'hash.disk-serial-missing'],
    ['16: no TPM', hashOf({ tpm: null }), 'hash.tpm-missing'],
    ['17: TPM 1.2', withTpmVersion('TPM-Version:1.2 -Level:2'), 'hash.tpm-version'],
    ['18: a device ID of another TPM', hashWithRecords(foreignDeviceId), 'hash.tpm-mismatch'],
    ['18: a device ID without its TPM', hashWithRecords(without(25)), 'hash.tpm-mismatch'],
    ['18: a TPM named without its endorsement key', tpmWith(Uint8Array.of()), 'hash.tpm-incomplete'],
    ['18: a TPM with a key of zeros', tpmWith(new Uint8Array(256)), 'hash.tpm-incomplete'],
    ['18: a key without the TPM it belongs to', hashWithRecords(without(13)), 'hash.tpm-incomplete'],
    ['19: collected in Windows PE', hashOf({ osType: 1 }), 'hash.os-type'],
  ])('rule %s', (_, text, code) => {
    const inspection = inspect(text);
    expect(codesOf(inspection)).toEqual([code]);
    expect(inspection).toMatchObject({ state: 'suspect', checksum: 'ok' });
    expect(inspection.canonical).toHaveLength(4000);
  });
});

test('what Windows PE did not see is captured again in full Windows, and nobody is sent to the firmware', () => {
  const messages = messagesOf(hashOf({ osType: 1, tpm: null }));
  expect(messages).toHaveLength(2);
  for (const message of messages) {
    expect(message).toContain('Capture the hash in full Windows');
    expect(message).not.toContain('firmware');
  }
});

test('a TPM without its key has no key, so that no two devices agree in it', () => {
  expect(inspect(tpmWith(new Uint8Array(256))).fields.tpmEndorsementKeySha256).toBeNull();
  expect(inspect(tpmWith(Uint8Array.of())).fields.tpmEndorsementKeySha256).toBeNull();
});

test.each(['...', '…', 'â€¦', '…"', '... '])('a hash that ends in %j was cut by a screen', (ellipsis) => {
  const { state, issues } = inspect(`${good.slice(0, 61)}${ellipsis}`);
  expect(state).toBe('invalid');
  expect(issues.map(tellIssue).find(({ severity }) => severity === 'error')).toMatchObject({
    code: 'hash.cut-by-screen',
    message: expect.stringContaining('61 characters are left') as unknown,
  });
});

describe('a remark leaves a hash valid', () => {
  test.each([
    ['1: white space and a byte-order mark', `\uFEFF  ${good.slice(0, 76)}\r\n${good.slice(76)}\t`, 'hash.cleaned'],
    ['1: quotes', `"${good}"`, 'hash.cleaned'],
    ['1: zero-width characters and NULs', `${good.slice(0, 10)}\u200B\0${good.slice(10)}`, 'hash.cleaned'],
    ['11: fewer than 4,000 characters', good.slice(0, Math.ceil(content / 4) * 4), 'hash.characters'],
    ['11: more than 4,000 characters', `${good}AAAA`, 'hash.characters'],
    ['20: collected before there were hashes', hashOf({ collectedAt: new Date('2012-01-01') }), 'hash.collection-time'],
    ['20: collected after tomorrow', hashOf({ collectedAt: new Date('2026-06-03T00:00:00Z') }), 'hash.collection-time'],
    ['21: no product key ID', hashOf({ productKeyId: null }), 'hash.product-key-id-missing'],
    ['beside these: a virtual machine', hashOf({ manufacturer: 'VMware, Inc.' }), 'hash.virtual-machine'],
  ])('rule %s', (_, text, code) => {
    const inspection = inspect(text);
    expect(codesOf(inspection)).toEqual([code]);
    expect(inspection).toMatchObject({ state: 'valid', repairs: [] });
    expect(inspection.canonical).toHaveLength(4000);
  });

  test('the line end of a file is not worth one', () => {
    expect(inspect(`${good}\r\n`)).toMatchObject({ state: 'valid', characters: 4000, issues: [] });
  });
});

test('records of unknown types are skipped by their length', () => {
  const inspection = inspect(hashWithRecords((records) => [...records, { type: 4711, data: Buffer.from('new') }]));
  expect(inspection.state).toBe('valid');
  expect(inspection.records.at(-1)).toMatchObject({ type: 4711, length: 7, name: 'unknown' });
});

test('a payload that leaves no room for fill is still sent whole', () => {
  const big = hashWithRecords((records) => [...records, { type: 99, data: new Uint8Array(4000) }]);
  expect(inspect(big)).toMatchObject({ state: 'valid', canonical: big });
});

test('no message repeats any part of the hash', () => {
  const damaged = [good.slice(0, 900), altered(good, 300), `x y${good}`, good.replace('T0', 'X0')];
  for (const text of damaged) {
    for (const message of messagesOf(text)) expect(message).not.toContain(text.slice(100, 112));
  }
});

test('every issue code is explained in one line', () => {
  for (const [code, { meaning }] of Object.entries(HASH_ISSUES)) {
    expect(code).toMatch(/^hash\.[a-z0-9-]+$/);
    expect(meaning).toMatch(/^[^\n]+\.$/);
  }
});
