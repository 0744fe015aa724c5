import { describe, expect, test } from 'vitest';
import { inspectHardwareHash } from '../../../src/shared/hashes/inspectHardwareHash.ts';
import type { DeviceDescription } from '../../../src/shared/hashes/encodeHardwareHash.ts';
import { checkRow, statusOf, type HashCheck } from '../../../src/shared/intake/checkRow.ts';
import { tellIssue } from '../../../src/shared/intake/tellIssue.ts';
import type { SourceRow } from '../../../src/shared/intake/sourceRow.ts';
import type { DialectName } from '../../../src/shared/intake/vocabulary.ts';
import { inventedDevice, inventedHash, sha256 } from '../../rigs/inventedDevices.ts';

const now = new Date('2026-11-22T12:00:00Z');
const device = inventedDevice(0);

function hashOf(change: Partial<DeviceDescription> = {}, text = inventedHash({ ...device, ...change })): HashCheck {
  return inspectHardwareHash(text, { sha256, now });
}

function check(text: SourceRow['text'], hash: HashCheck | null = hashOf(), dialect: DialectName = 'intune') {
  const { values, issues } = checkRow({ line: 2, text, issues: [] }, hash, dialect);
  return { values, status: statusOf(issues), codes: issues.map(({ code }) => code), issues };
}

const serialNumber = device.serialNumber ?? '';

describe('a row by itself', () => {
  test('what the file leaves out is filled from the hash, without a word', () => {
    expect(check({ serialNumber })).toMatchObject({
      status: 'ready',
      codes: [],
      values: { manufacturer: 'HP', model: device.productName, productKeyId: device.productKeyId },
    });
  });

  test.each<readonly [string, SourceRow['text'], string, readonly string[]]>([
    ['a missing serial number is taken from the hash', {}, 'repaired', ['serialNumber.from-hash']],
    ['another serial number than in the hash', { serialNumber: '5CG0000000' }, 'suspect', ['serialNumber.mismatch']],
    ['letter case of serial numbers does not count', { serialNumber: serialNumber.toLowerCase() }, 'ready', []],
    [
      'another product key ID than in the hash',
      { serialNumber, productKeyId: '3300000000000' },
      'suspect',
      ['productKeyId.mismatch'],
    ],
    [
      'a product key ID that Excel damaged',
      { serialNumber, productKeyId: '3,35568E+12' },
      'suspect',
      ['productKeyId.scientific'],
    ],
    [
      'a Windows product ID is no product key ID',
      { serialNumber, productKeyId: '00330-80000-00000-AAOEM' },
      'ready',
      ['productKeyId.product-id'],
    ],
    ['a placeholder is no product key ID', { serialNumber, productKeyId: 'XX' }, 'ready', ['productKeyId.placeholder']],
    ['a tag that runs backwards', { serialNumber, groupTag: '\u202Eselas' }, 'rejected', ['text.direction']],
    ['a name in an isolate', { serialNumber, deviceName: '\u2066PC-1\u2069' }, 'rejected', ['text.direction']],
    ['a mark of direction that came along', { serialNumber, groupTag: 'Sales\u200E' }, 'repaired', ['text.cleaned']],
    ['a tag that is a formula', { serialNumber, groupTag: '=1+1' }, 'suspect', ['text.formula']],
    ['a tag that calls a function', { serialNumber, groupTag: '@SUM(A1)' }, 'suspect', ['text.formula']],
    ['a tag with a minus in front', { serialNumber, groupTag: '-2+3' }, 'suspect', ['text.formula']],
    ['blanks around a value', { serialNumber: ` ${serialNumber}\u200B` }, 'repaired', ['text.cleaned']],
    [
      'a group tag that is too long',
      { serialNumber, groupTag: 'x y '.repeat(40).trim() },
      'rejected',
      ['groupTag.length'],
    ],
    ['a name with a blank', { serialNumber, deviceName: 'FRONT DESK' }, 'rejected', ['deviceName.characters']],
    ['a user without a domain', { serialNumber, assignedUser: 'ada' }, 'rejected', ['userPrincipalName.shape']],
    [
      'another maker than in the hash is only mentioned',
      { serialNumber, manufacturer: 'Dell Inc.' },
      'ready',
      ['manufacturer.mismatch'],
    ],
    [
      'a value far too long',
      { serialNumber, model: 'word '.repeat(200).trim() },
      'rejected',
      ['text.too-long', 'model.mismatch'],
    ],
  ])('%s', (_, text, status, codes) => {
    expect(check(text)).toMatchObject({ status, codes });
  });

  test('Excel’s damage to a serial number is named, with both values', () => {
    const zeros = check({ serialNumber: '123456' }, hashOf({ serialNumber: '00123456' }));
    expect(zeros.issues.map(tellIssue)).toMatchObject([
      { code: 'serialNumber.lost-zeros', message: expect.stringMatching(/“123456”.*“00123456”/) as unknown },
    ]);
    expect(check({ serialNumber: '1.23E+10' }, hashOf({ serialNumber: '12300000000' })).codes).toEqual([
      'serialNumber.scientific',
    ]);
    expect(check({ serialNumber: '5E10' }, hashOf({ serialNumber: '5E10' })).codes).toEqual([]);
  });

  test('a hash cut where Excel cuts is named so', () => {
    const cut = inventedHash(device).slice(0, 1_024);
    expect(check({ serialNumber }, hashOf({}, cut))).toMatchObject({
      status: 'rejected',
      codes: ['hash.cut-off', 'hash.cut-by-excel'],
    });
  });

  test('a damaged hash proves nothing about the serial number beside it', () => {
    const cut = inventedHash(device).slice(0, 900);
    expect(check({ serialNumber: 'OTHER-1' }, hashOf({}, cut)).codes).toEqual(['hash.cut-off']);
  });

  test.each<readonly [DialectName, SourceRow['text'], string]>([
    ['intune', { serialNumber }, 'rejected'],
    ['partner-center', { serialNumber, manufacturer: 'HP', model: 'EliteBook' }, 'ready'],
    ['partner-center', { productKeyId: '3300000000000' }, 'ready'],
    ['partner-center', { productKeyId: 'XX' }, 'rejected'],
    ['partner-center', { productKeyId: '00330-80000-00000-AAOEM' }, 'rejected'],
    ['partner-center', { serialNumber }, 'rejected'],
    ['corporate-identifiers', { serialNumber, manufacturer: 'HP', model: 'EliteBook' }, 'ready'],
    ['corporate-identifiers', { serialNumber, manufacturer: 'HP' }, 'rejected'],
    ['devicelink', { serialNumber, deviceLink: Buffer.from('{}').toString('base64') }, 'ready'],
    ['devicelink', { serialNumber, deviceLink: 'nonsense!' }, 'suspect'],
    ['devicelink', { serialNumber, deviceLink: Buffer.from('{"sn":"OTHER"}').toString('base64') }, 'suspect'],
  ])('%s without a hash, %o: %s', (dialect, text, status) => {
    expect(check(text, null, dialect).status).toBe(status);
  });

  test('what is no product key ID is not used: the one in the hash is', () => {
    for (const productKeyId of ['XX', '00330-80000-00000-AAOEM', 'ABCDE-NPHTM-AAAAA-BBBBB-12345']) {
      const { values, issues } = check({ serialNumber, productKeyId });
      expect(values.productKeyId).toBe(device.productKeyId);
      expect(issues.map(tellIssue)).toMatchObject([
        { severity: 'info', message: expect.stringContaining('not used') as unknown },
      ]);
    }
    expect(JSON.stringify(check({ productKeyId: 'ABCDE-NPHTM-AAAAA-BBBBB-12345' }))).not.toContain('NPHTM');
  });

  test('a placeholder is no serial number', () => {
    expect(
      check({ serialNumber: 'To be filled by O.E.M.', manufacturer: 'HP', model: 'X' }, null, 'partner-center'),
    ).toMatchObject({
      status: 'suspect',
      codes: ['serialNumber.placeholder'],
    });
  });
});
