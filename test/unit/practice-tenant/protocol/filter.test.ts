import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonsOf, parseFilter, passesFilter } from '../../../../src/main/practice-tenant/protocol/filter.ts';

const device = { serialNumber: "5CG'1 (a)", physicalIds: ['[ZTDID]:1', '[OrderID]:Kiosk'], accountEnabled: true };

describe('a filter', () => {
  test.each([
    ["contains(serialNumber,'cg''1')", true],
    ["contains(serialNumber, 'x')", false],
    ["startswith(serialNumber,'5C') and accountEnabled eq true", true],
    ["startswith(serialNumber,'6') or accountEnabled eq false", false],
    ["(serialNumber eq 'x' or serialNumber eq '5CG''1 (a)') and accountEnabled eq true", true],
    ["physicalIds/any(p:p eq '[OrderID]:kiosk')", true],
    ["physicalIds/any(id:id eq '[OrderID]:Other')", false],
    ["missing eq 'x'", false],
  ])('%s is %s of the device', (text, expected) => {
    const filter = parseFilter(text);
    expect(filter && passesFilter(filter, device)).toBe(expected);
  });

  test.each([
    '',
    "contains(serialNumber,'x'",
    'serialNumber',
    'serialNumber gt 1',
    'contains(serialNumber)',
    "a eq 'x' b eq 'y'",
    "'x' eq a",
    '€',
  ])('that reads %j is not understood', (text) => {
    expect(parseFilter(text)).toBeNull();
  });

  test('names its comparisons, so that an endpoint can refuse those it does not serve', () => {
    const filter = parseFilter("contains(a,'1') or (b eq '2' and c/any(x:x eq '3'))");
    expect(filter && comparisonsOf(filter)).toEqual(['contains a', 'eq b', 'any c']);
  });

  test('finds any text that a literal can carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (serialNumber) => {
        const filter = parseFilter(`serialNumber eq '${serialNumber.replaceAll("'", "''")}'`);
        expect(filter && passesFilter(filter, { serialNumber })).toBe(true);
      }),
    );
  });

  test('of any text at all is understood or refused, never a crash', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseFilter(text)));
  });
});
