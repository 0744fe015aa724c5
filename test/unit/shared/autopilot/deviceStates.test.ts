import { describe, expect, test } from 'vitest';
import { readEnrollment, readProfileStatus, readRemediation } from '../../../../src/shared/autopilot/deviceStates.ts';

describe('Microsoft’s word for the profile', () => {
  test.each([
    [null, 'none', 'unknown', null],
    ['unknown', 'none', 'unknown', null],
    ['notAssigned', 'none', 'notAssigned', null],
    ['pending', 'none', 'pending', null],
    ['assignedInSync', 'none', 'assigned', 'inSync'],
    ['assignedOutOfSync', 'none', 'assigned', 'outOfSync'],
    ['assignedUnkownSyncState', 'none', 'assigned', 'unknownSync'],
    ['assigned', 'none', 'assigned', null],
    ['assignedOnTheMoon', 'none', 'assigned', 'onTheMoon'],
    ['failed', 'hardwareRequirementsNotMet', 'failed', 'hardwareRequirementsNotMet'],
    ['teleported', 'none', 'unknown', 'teleported'],
  ])('%s with the detail %s is %s, %s', (status, detailed, expected, detail) => {
    expect(readProfileStatus(status, detailed)).toEqual({ status: expected, detail });
  });
});

describe('Microsoft’s word for the enrolment', () => {
  test.each([
    [null, null, 'unknown', null],
    ['unknown', 'unknown', 'unknown', null],
    ['notContacted', 'unknown', 'notEnrolled', null],
    ['enrolled', 'allowed', 'enrolled', null],
    ['pendingReset', 'unknown', 'enrolled', 'pendingReset'],
    ['failed', 'unknown', 'failed', null],
    ['blocked', 'unknown', 'blocked', null],
    ['enrolled', 'blocked', 'blocked', 'userless'],
    ['teleported', 'unknown', 'unknown', 'teleported'],
  ])('%s, userless %s, is %s, %s', (state, userless, expected, detail) => {
    expect(readEnrollment(state, userless)).toEqual({ status: expected, detail });
  });
});

test.each([
  [null, 'none'],
  ['unknown', 'none'],
  ['noRemediationRequired', 'none'],
  ['automaticRemediationRequired', 'fixPending'],
  ['manualRemediationRequired', 'attentionRequired'],
  ['unknownFutureValue', 'none'],
])('changed hardware in Microsoft’s state %s is %s', (state, expected) => {
  expect(readRemediation(state)).toBe(expected);
});
