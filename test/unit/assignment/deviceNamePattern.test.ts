import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDeviceName } from '../../../src/shared/assignment/deviceName.ts';
import { namesFromPattern } from '../../../src/shared/assignment/deviceNamePattern.ts';

const devices = ['5CG1234567', 'PF0ABCDE', 'MJ0 99'].map((serialNumber, index) => ({
  id: `d${index}`,
  serialNumber,
  productKeyId: null,
}));
const namesOf = (pattern: string, firstNumber = 1) =>
  namesFromPattern(pattern, devices, firstNumber).map(({ deviceName, finding }) => finding?.code ?? deviceName);

describe('names from a pattern', () => {
  test.each<[string, number, string[]]>([
    ['PC-%NUMBER:3%', 9, ['PC-009', 'PC-010', 'PC-011']],
    ['%number%-LAB', 1, ['1-LAB', '2-LAB', '3-LAB']],
    ['HH-%SERIAL:7%', 1, ['HH-1234567', 'HH-F0ABCDE', 'deviceName.characters']],
    ['LONDON-%SERIAL%', 1, ['deviceName.length', 'LONDON-PF0ABCDE', 'deviceName.characters']],
    ['%NUMBER:4%', 1, ['deviceName.digits', 'deviceName.digits', 'deviceName.digits']],
    ['KIOSK', 1, ['KIOSK', 'deviceName.duplicate', 'deviceName.duplicate']],
    ['', 1, ['', '', '']],
    ['PC-%RAND:5%', 1, ['deviceName.characters', 'deviceName.characters', 'deviceName.characters']],
  ])('“%s” from %d', (pattern, firstNumber, expected) => {
    expect(namesOf(pattern, firstNumber)).toEqual(expected);
  });

  test('whatever the pattern: each device is there once, in order, and no two good names are alike', () => {
    const device = fc.record({
      id: fc.uuid(),
      serialNumber: fc.string({ minLength: 1, maxLength: 20 }),
      productKeyId: fc.constant(null),
    });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12 }),
        fc.array(device, { maxLength: 12 }),
        fc.nat(999),
        (text, some, first) => {
          const names = namesFromPattern(`${text}%NUMBER:2%`, some, first);
          expect(names.map(({ deviceId }) => deviceId)).toEqual(some.map(({ id }) => id));
          const good = names.flatMap(({ deviceName, finding }) => (finding === null ? [deviceName.toUpperCase()] : []));
          expect(new Set(good).size).toBe(good.length);
          for (const name of good) expect(checkDeviceName(name)).toBeNull();
        },
      ),
    );
  });
});

test('a device without a serial number is named by number only', () => {
  const nameless = [{ id: 'd', serialNumber: null, productKeyId: '3355683689423' }];
  expect(namesFromPattern('PC-%SERIAL:7%', nameless, 1)).toMatchObject([
    { serialNumber: 'PKID 3355683689423', finding: { code: 'deviceName.no-serial-number' } },
  ]);
  expect(namesFromPattern('PC-%NUMBER:2%', nameless, 1)).toMatchObject([{ deviceName: 'PC-01', finding: null }]);
});
