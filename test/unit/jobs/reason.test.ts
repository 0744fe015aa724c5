import { expect, test } from 'vitest';
import { reason, reasonWords } from '../../../src/shared/jobs/reason.ts';
import { textOfReason } from '../../../src/main/store/jobRow.ts';

test('a reason is the same text whatever order its parameters came in, since jobs are counted by it', () => {
  const refused = {
    errorName: 'ZtdDeviceAssignedToOtherTenant',
    errorCode: 808,
    code: 'registration.refused',
  } as const;
  expect(textOfReason(refused)).toBe(
    '{"code":"registration.refused","errorCode":808,"errorName":"ZtdDeviceAssignedToOtherTenant"}',
  );
});

test('an error of an import is told by its code, in the words of the catalogue of such errors', () => {
  const error = { errorCode: 813, errorName: 'ZtdDeviceIsNotUnique' };
  expect(reasonWords({ code: 'registration.refused', ...error })).toContain('fits more than one device');
  expect(reasonWords({ code: 'registration.sentAgain', errorCode: null, errorName: 'StorageError' })).toMatch(
    /It is sent again by itself\.$/,
  );
});

test('what had failed is still told once a newer wish has replaced it', () => {
  expect(reasonWords({ code: 'jobs.replacedAfter', before: { code: 'removal.refused', error: null } })).toBe(
    'Microsoft refuses to delete the registration (no reason). Look whether the device is enrolled in Intune, then choose Deregister again. A newer wish replaced this one.',
  );
});

test('a sentence is no reason, and neither is a code that nobody knows', () => {
  expect(reason.safeParse('Slow down.').success).toBe(false);
  expect(reason.safeParse({ code: 'jobs.unheardOf' }).success).toBe(false);
});
