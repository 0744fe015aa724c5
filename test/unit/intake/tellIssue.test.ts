import { describe, expect, test } from 'vitest';
import { ASSIGNMENT_ISSUES } from '../../../src/shared/assignment/assignmentIssues.ts';
import { HASH_ISSUES } from '../../../src/shared/hashes/hashIssues.ts';
import { INTAKE_ISSUES, intakeIssue } from '../../../src/shared/intake/intakeIssues.ts';
import { tellIssue, type IssueFact } from '../../../src/shared/intake/tellIssue.ts';
import { SCAN_ISSUES } from '../../../src/shared/scans/scanIssues.ts';

const catalogues = [INTAKE_ISSUES, HASH_ISSUES, ASSIGNMENT_ISSUES, SCAN_ISSUES];

test('a code stands in one catalogue, with its meaning in one line', () => {
  const entries = catalogues.flatMap((catalogue) => Object.entries(catalogue));
  expect(new Set(entries.map(([code]) => code)).size).toBe(entries.length);
  for (const [, { meaning }] of entries) expect(meaning).toMatch(/^[^\n]+\.$/);
});

describe('an issue is told by what it is about', () => {
  const second = { line: 2, file: null };

  test.each<readonly [issue: IssueFact, message: string]>([
    [intakeIssue('row.duplicate', 'serialNumber', { ...second, capture: null }), 'The same device as line 2.'],
    [
      intakeIssue('row.duplicate', 'serialNumber', { line: 2, file: 'monday.csv', capture: 'older' }),
      'The same device as line 2 of monday.csv. This capture is older.',
    ],
    [
      intakeIssue('text.too-long', 'model', { field: 'model', characters: 1_205, isHidden: false }),
      'The model has 1,205 characters, more than belong there. Correct it.',
    ],
    [
      intakeIssue('file.unknown-layout', 'file', { span: { from: 1, to: 3 } }),
      'The file holds no hardware hash and no columns that Reseal knows. Nothing was read (lines 1 to 3). Say what the columns hold, or export the file again.',
    ],
    [
      intakeIssue('archive.skipped', 'file', { paths: Array.from({ length: 12 }, (_, index) => `${index}.txt`) }),
      'Not looked at, or without hashes: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt, 5.txt, 6.txt, 7.txt, 8.txt, 9.txt and 2 more.',
    ],
    [
      intakeIssue('queue.user-differs', 'assignedUser', { held: 'another' }),
      'The row names a user, Microsoft holds another user. Accepted, the change is sent to Microsoft; correct the cell to leave it as it is.',
    ],
  ])('$0.code', (issue, message) => {
    expect(tellIssue(issue)).toEqual({ code: issue.code, severity: issue.severity, field: issue.field, message });
  });
});

test('values behind the header are mended where they can be taken, and else ask for a person', () => {
  const taken = intakeIssue('row.extra-values', 'groupTag', { values: ['Sales'], takenAs: ['groupTag'] });
  expect(taken.isMended).toBe(true);
  expect(tellIssue(taken)).toMatchObject({
    message: 'The row has more values than the header has names: “Sales”.',
    repair: 'Taken as group tag.',
  });
  const left = intakeIssue('row.extra-values', 'hardwareHash', { values: ['Sales'], takenAs: null });
  expect(left.isMended).toBe(false);
  expect(tellIssue(left)).not.toHaveProperty('repair');
});
