import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkGroupTag } from '../../../src/shared/assignment/groupTag.ts';
import { checkRow, statusOf } from '../../../src/shared/intake/checkRow.ts';
import { cleanText, turnsText } from '../../../src/shared/intake/cleanText.ts';
import { targets } from '../../../src/shared/intake/targetFiles.ts';
import { tellIssue } from '../../../src/shared/intake/tellIssue.ts';

const turning = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'];
const words = fc.string({ unit: fc.constantFrom('a', 'B', '7', ' ', '-', 'ü', 'א'), maxLength: 12 });

test('whatever stands around it, a character that turns text around rejects the row, and names its field', () => {
  fc.assert(
    fc.property(
      words,
      fc.constantFrom(...turning),
      words,
      fc.constantFrom('groupTag', 'deviceName', 'serialNumber', 'model', 'manufacturer', 'assignedUser'),
      (before, turn, after, field) => {
        const text = {
          serialNumber: 'PF1',
          manufacturer: 'Fabrikam',
          model: 'Slate',
          [field]: `${before}a${turn}${after}`,
        };
        const { issues, values } = checkRow({ line: 7, text, issues: [] }, null, 'partner-center');
        const found = issues.find(({ code }) => code === 'text.direction');

        expect(found).toMatchObject({ severity: 'error', field });
        expect(statusOf(issues)).toBe('rejected');
        expect(Object.values(values).some((value) => value !== null && turnsText(value))).toBe(false);
        if (found !== undefined) expect(tellIssue(found).message).toContain('turns the direction of text around');
      },
    ),
  );
});

test.each(turning)('a group tag that is typed with %j is refused', (turn) => {
  expect(checkGroupTag(`Sal${turn}es`)).toMatchObject({ code: 'groupTag.direction', severity: 'error' });
});

test('text of people who write from right to left is left as it is', () => {
  expect(cleanText('מכירות')).toBe('מכירות');
  expect(checkGroupTag('مبيعات')).toBeNull();
});

const device = {
  serialNumber: 'PF1',
  manufacturer: 'Fabrikam',
  model: 'Slate',
  productKeyId: null,
  hardwareHash: null,
  groupTag: null,
  assignedUser: null,
};

test('no value that a spreadsheet computes is written into a file, by whatever way it came into the queue', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('=', '+', '-', '@', '\t=', '\r@'),
      fc.string({ unit: fc.constantFrom('1', '+', 'A', '(', ')'), minLength: 1, maxLength: 8 }),
      fc.constantFrom('serialNumber', 'model', 'manufacturer'),
      (sign, rest, field) => {
        const row = targets['partner-center'].rowOf({ ...device, [field]: `${sign}${rest}` });
        expect(row.state).toBe('refused');
      },
    ),
  );
  const tagged = targets.intune.rowOf({ ...device, hardwareHash: 'T0Ex', groupTag: '=1+1' });
  expect(tagged).toMatchObject({ state: 'refused', reason: expect.stringContaining('begins with “=”') as unknown });
});
