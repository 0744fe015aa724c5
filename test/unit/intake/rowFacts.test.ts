import { expect, test } from 'vitest';
import { effectWord, issueShape, mainIssue, standingOf } from '../../../src/renderer/features/intake/rowFacts.ts';
import type { PreviewRow } from '../../../src/shared/api/contract/intake.ts';
import type { Issue } from '../../../src/shared/intake/issue.ts';

const issue = (severity: Issue['severity'], message: string, repair?: string): Issue => ({
  code: message,
  severity,
  field: 'serialNumber',
  message,
  ...(repair !== undefined && { repair }),
});

function row(change: Partial<PreviewRow>): PreviewRow {
  return {
    rowId: 1,
    file: 'devices.csv',
    line: 2,
    status: 'ready',
    serialNumber: '5CG1234567',
    manufacturer: null,
    model: null,
    productKeyId: null,
    groupTag: null,
    assignedUser: null,
    purchaseOrder: null,
    deviceName: null,
    hash: { state: 'valid', characters: 4_000, checksum: 'ok' },
    issues: [],
    effect: 'new',
    included: true,
    edited: false,
    otherSerialNumber: null,
    facts: [],
    ...change,
  };
}

test('the reason shown for a row is the error before the doubt, and the doubt before what was mended', () => {
  const mended = issue('warning', 'mended', 'Blanks were removed.');
  const doubt = issue('warning', 'doubt');
  const error = issue('error', 'error');
  expect(mainIssue(row({ issues: [mended, doubt, error] }))).toEqual({ issue: error, more: 2 });
  expect(mainIssue(row({ issues: [mended, doubt] }))).toEqual({ issue: doubt, more: 1 });
  expect(mainIssue(row({ issues: [mended] }))).toEqual({ issue: mended, more: 0 });
});

test('what only informs is no reason', () => {
  expect(mainIssue(row({ issues: [issue('info', 'a note')] }))).toBeNull();
});

test('a mended warning does not look like one', () => {
  expect(issueShape(issue('warning', 'mended', 'Blanks were removed.'))).toBe('mended');
  expect(issueShape(issue('warning', 'doubt'))).toBe('warning');
  expect(issueShape(issue('error', 'error', 'half'))).toBe('failed');
});

test('a suspect row that a person accepted counts as accepted, and no longer as a doubt', () => {
  expect(standingOf(row({ status: 'suspect', included: false }))).toEqual({ shape: 'warning', word: 'Suspect' });
  expect(standingOf(row({ status: 'suspect', included: true }))).toEqual({ shape: 'done', word: 'Accepted' });
});

test('a row that does not go in is left out, whatever it would have done', () => {
  expect(effectWord(row({ effect: 'update', included: true }))).toBe('Update');
  expect(effectWord(row({ effect: 'update', included: false }))).toBe('Left out');
});
