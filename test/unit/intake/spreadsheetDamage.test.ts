import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectHardwareHash } from '../../../src/shared/hashes/inspectHardwareHash.ts';
import { checkRow, statusOf } from '../../../src/shared/intake/checkRow.ts';
import { damageBetween, suspectedDamage, withoutTextMark } from '../../../src/shared/intake/spreadsheetDamage.ts';
import { tellIssue } from '../../../src/shared/intake/tellIssue.ts';
import { inventedDevice, inventedHash, sha256 } from '../../rigs/inventedDevices.ts';

describe('what a spreadsheet made of a value is told from the hash', () => {
  test.each([
    ['123456', '00123456', 'lost-zeros'],
    ['1234567890123450000', '1234567890123456789', 'rounded'],
    ['1234567890123460000', '1234567890123456789', 'rounded'],
    ['1.23456789012346E+019', '12345678901234567890', 'scientific'],
    ['1,23E+10', '12345678901', 'scientific'],
    ['3.55684E+12', '3556840000000', 'scientific'],
    ['1.2E+3457', '12E3456', 'scientific'],
    ['10000000000', '1E10', 'number'],
    ['0', '00E1', 'number'],
    ['1.1', '1.10', 'number'],
    ['1,234,567', '1234567', 'thousands'],
    ['1’234’567', '01234567', 'thousands'],
    ['2026/03/04', '3/4', 'date'],
    ['03.04.2026', '3-4', 'date'],
    ['01. Mrz', 'MAR1', 'date'],
    ['01:30:00', '1:30', 'date'],
  ])('%s of %s: %s', (value, original, damage) => {
    expect(damageBetween(value, original)).toBe(damage);
  });

  test.each([
    ['5CG1234567', '5CG1234568'],
    ['1E+10', '12345678901'],
    ['1.23E+10', '12445678901'],
    ['1234567890123450000', '1234567890123556789'],
    ['1,234,567', '1234568'],
    ['03.05.2026', '3-4'],
    ['123456', '123456'],
  ])('%s is nothing that a spreadsheet makes of %s', (value, original) => {
    expect(damageBetween(value, original)).toBeNull();
  });

  test.each([
    ['1.23E+10', 'scientific'],
    ['1234567890123450000', 'rounded'],
    ['1.234.567', 'thousands'],
    ['03.04.2026', 'date'],
    ['01-Mar', 'date'],
    ['5CG1234567', null],
    ['1234567890', null],
    ['PF-2026', null],
    ['VMware-56 4d 9a 3b', null],
  ])('%s alone looks like %s', (value, damage) => {
    expect(suspectedDamage(value)).toBe(damage);
  });

  test.each([
    ['="0012"', { text: '0012', mark: 'formula' }],
    ['="a ""b"""', { text: 'a "b"', mark: 'formula' }],
    ["'0012", { text: '0012', mark: 'apostrophe' }],
    ["'0012'", { text: '0012', mark: 'apostrophe' }],
    ['0012', null],
  ])('%s says that it is text', (value, read) => {
    expect(withoutTextMark(value)).toEqual(read);
  });

  test('any two texts can be compared', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9E+.,/:' -]{0,30}$/));
    fc.assert(
      fc.property(text, text, (value, original) => {
        damageBetween(value, original);
        suspectedDamage(value);
        withoutTextMark(value);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a row that went through a spreadsheet', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const hashWith = (serialNumber: string) =>
    inspectHardwareHash(inventedHash(inventedDevice(0, { serialNumber })), { sha256, now });
  const check = (serialNumber: string, inHash: string | null) => {
    const { values, issues } = checkRow(
      { line: 2, text: { serialNumber, manufacturer: 'HP', model: 'EliteBook' }, issues: [] },
      inHash === null ? null : hashWith(inHash),
      'partner-center',
    );
    return { serialNumber: values.serialNumber, status: statusOf(issues), told: issues.map(tellIssue) };
  };

  test.each([
    ['="0048012975"', '0048012975'],
    ["'0048012975", '0048012975'],
    ['48012975', '0048012975'],
    ['4.80129754711E+18', '4801297547110815042'],
    ['4801297547110810000', '4801297547110815042'],
    ['48,012,975', '48012975'],
  ])('%s is mended to %s, which the hash proves', (damaged, serialNumber) => {
    const row = check(damaged, serialNumber);
    expect(row).toMatchObject({ serialNumber, status: 'repaired' });
    expect(row.told.some(({ message }) => /spreadsheet/.test(message))).toBe(true);
  });

  test.each(['="0048012975"', "'0048012975", '4.80129754711E+18', '4801297547110810000', '48,012,975', '03.04.2026'])(
    '%s is suspect where no hash proves anything, or the hash has another',
    (damaged) => {
      expect(check(damaged, null).status).toBe('suspect');
      expect(check(damaged, '5CG9312WZQ').status).toBe('suspect');
    },
  );

  test('nothing is called repaired that the hash does not have', () => {
    const digits = fc.stringMatching(/^[0-9]{5,19}$/);
    fc.assert(
      fc.property(digits, digits, fc.constantFrom('', '="', "'"), (value, inHash, mark) => {
        const row = check(mark === '="' ? `="${value}"` : `${mark}${value}`, inHash);
        if (row.status === 'repaired') expect(row.serialNumber).toBe(inHash);
      }),
      { numRuns: 300 },
    );
  });
});
