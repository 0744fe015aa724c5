import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutAffixes } from '../../../src/shared/scans/withoutAffixes.ts';

const affixes = { scannerPrefix: '~', scannerSuffix: '##' };

test.each([
  ['what the scanner puts around a code is taken off', '~5CG1234567##', '5CG1234567'],
  ['a typed code has nothing to take off', '5CG1234567', '5CG1234567'],
  ['half of it is part of the code', '~5CG1234567', '~5CG1234567'],
  ['nothing but the scanner’s characters stays as it came', '~##', '~##'],
])('%s', (_, text, code) => {
  expect(withoutAffixes(text, affixes)).toBe(code);
});

test('every code comes back as it was, whatever a scanner is set to put around it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (code, scannerPrefix, scannerSuffix) => {
      expect(withoutAffixes(`${scannerPrefix}${code}${scannerSuffix}`, { scannerPrefix, scannerSuffix })).toBe(code);
    }),
  );
});
