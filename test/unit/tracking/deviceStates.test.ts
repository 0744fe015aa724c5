import { expect, test } from 'vitest';
import { readEnrollment, readProfileStatus, readRemediation } from '../../../src/shared/tracking/deviceStates.ts';

test.each([
  ['assignedInSync', 'none', 'assigned', 'inSync'],
  ['assignedOutOfSync', 'none', 'assigned', 'outOfSync'],
  ['assignedUnkownSyncState', 'none', 'assigned', 'unknownSync'],
  ['assignedSomethingNew', null, 'assigned', 'somethingNew'],
  ['assigned', null, 'assigned', null],
  ['notAssigned', 'none', 'notAssigned', null],
  ['pending', 'none', 'pending', null],
  ['failed', 'hardwareRequirementsNotMet', 'failed', 'hardwareRequirementsNotMet'],
  ['unknown', null, 'unknown', null],
  [null, null, 'unknown', null],
  ['brandNew', 'none', 'unknown', 'brandNew'],
])('profile status %s with %s is %s, beside it %s', (word, detailed, status, detail) => {
  expect(readProfileStatus(word, detailed)).toEqual({ status, detail });
});

test.each([
  ['enrolled', 'allowed', 'enrolled', 'allowed'],
  ['notContacted', 'allowed', 'notEnrolled', 'allowed'],
  ['blocked', 'allowed', 'blocked', null],
  ['pendingReset', null, 'enrolled', 'pendingReset'],
  ['notContacted', null, 'notEnrolled', null],
  ['failed', null, 'failed', null],
  ['blocked', null, 'blocked', null],
  ['enrolled', 'blocked', 'blocked', 'userless'],
  [null, null, 'unknown', null],
  ['brandNew', null, 'unknown', 'brandNew'],
])('enrollment state %s with userless %s is %s, beside it %s', (word, userless, status, detail) => {
  expect(readEnrollment(word, userless)).toEqual({ status, detail });
});

test.each([
  ['automaticRemediationRequired', 'fixPending', null],
  ['manualRemediationRequired', 'attentionRequired', null],
  ['noRemediationRequired', 'none', null],
  ['unknown', 'unknown', null],
  ['unknownFutureValue', 'unknown', 'unknownFutureValue'],
  ['brandNew', 'unknown', 'brandNew'],
  [null, 'unknown', null],
])('remediation state %s is %s, beside it %s', (word, status, detail) => {
  expect(readRemediation(word)).toEqual({ status, detail });
});
