import { expect, test } from 'vitest';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { userFlowWindowOf } from '../../../src/shared/bench/userFlowWindowOf.ts';
import type { NextStepCode } from '../../../src/shared/devices/nextStep.ts';
import { nextStepOf } from '../../../src/shared/devices/nextStepOf.ts';
import { nextStepSentence } from '../../../src/shared/devices/nextStepWords.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const succeeded = { bench: 'succeeded', benchEndedAt: '2026-11-22T10:00:00.000Z' } as const;

function stepOf(change: Partial<DeviceRecord>) {
  const device = readyDevice(change);
  return nextStepOf(device, userFlowWindowOf(device, now), now);
}

test.each<[string, Partial<DeviceRecord>, NextStepCode, string]>([
  ['a new device with a hash', { registration: 'none' }, 'register', 'technician'],
  ['a registration under way', { registration: 'pending' }, 'waitForRegistration', 'microsoft'],
  ['a removal under way', { registration: 'removing' }, 'waitForRemoval', 'microsoft'],
  ['a refused registration', { registration: 'failed' }, 'fixRegistration', 'technician'],
  ['a registered device without a profile', { profile: 'pending' }, 'waitForProfile', 'microsoft'],
  ['a failed assignment', { profile: 'failed' }, 'fixProfile', 'technician'],
  ['hardware that Intune cannot register', { remediation: 'attentionRequired' }, 'fixProfile', 'technician'],
  ['a closed gate', { isVirtualMachine: true }, 'clearGate', 'technician'],
  ['an open gate', {}, 'startBench', 'technician'],
  ['a running technician flow', { bench: 'running' }, 'finishBench', 'technician'],
  ['a failed technician flow', { bench: 'failed' }, 'retryBench', 'technician'],
  ['a success that is not resealed', succeeded, 'reseal', 'technician'],
  ['a resealed device', { ...succeeded, reseal: 'resealed' }, 'ship', 'technician'],
  ['a shipped device', { ...succeeded, reseal: 'shipped' }, 'waitForUserFlow', 'user'],
  ['a finished device', { ...succeeded, reseal: 'userFlowDone' }, 'done', 'nobody'],
  [
    'a device whose time is over',
    { bench: 'succeeded', benchEndedAt: '2026-05-22T10:00:00.000Z', reseal: 'shipped' },
    'redoTechnicianFlow',
    'technician',
  ],
  ['an expired device', { ...succeeded, reseal: 'expired' }, 'redoTechnicianFlow', 'technician'],
  ['another mainboard than the registered one', { needsNewRegistration: true }, 'fixRegistration', 'technician'],
  [
    'another mainboard in a shipped device',
    { ...succeeded, reseal: 'shipped', needsNewRegistration: true },
    'fixRegistration',
    'technician',
  ],
  [
    'another mainboard, once the old registration is removed',
    { registration: 'removed', needsNewRegistration: true },
    'register',
    'technician',
  ],
  ['a deregistered device', { registration: 'removed' }, 'done', 'nobody'],
])('the next step of %s', (_, change, code, whose) => {
  const step = stepOf(change);
  expect([step.code, step.whose]).toEqual([code, whose]);
  expect(nextStepSentence(step)).toMatch(/\.$/);
});

const noProfile = { profile: 'notAssigned', profileName: null, profileAssignedAt: null } as const;

test.each<[string, Partial<DeviceRecord>, NextStepCode, RegExp]>([
  [
    'attention required',
    { ...noProfile, remediation: 'attentionRequired' },
    'fixProfile',
    /Attention required.*Deregister the device, reset it, and register it again\./,
  ],
  [
    'a hardware change that Intune is registering',
    { ...noProfile, remediation: 'fixPending', remediationAt: '2026-11-22T02:00:00.000Z' },
    'waitForProfile',
    /Fix pending.*next check-in/,
  ],
  [
    'a hardware change that Intune is registering while the old profile is still assigned',
    { remediation: 'fixPending', remediationAt: '2026-11-22T02:00:00.000Z' },
    'waitForProfile',
    /Fix pending/,
  ],
  [
    'a hardware change that Intune has been registering for more than a day',
    { ...noProfile, remediation: 'fixPending', remediationAt: '2026-11-21T11:59:00.000Z' },
    'fixProfile',
    /for more than a day \(Fix pending\)\. Deregister the device and register it again\.$/,
  ],
  [
    'hardware that does not meet the profile',
    { ...noProfile, profile: 'failed', profileDetail: 'hardwareRequirementsNotMet' },
    'fixProfile',
    /hardwareRequirementsNotMet.*TPM 2\.0/,
  ],
  [
    'a virtual machine with a profile that no virtual machine can run',
    { ...noProfile, profile: 'failed', profileDetail: 'hardwareRequirementsNotMet', isVirtualMachine: true },
    'fixProfile',
    /no virtual machine can run a self-deploying profile.*user-driven profile/,
  ],
  [
    'a profile for another kind of device',
    { ...noProfile, profile: 'failed', profileDetail: 'surfaceHub2SProfileNotSupported' },
    'fixProfile',
    /another kind of device \(surfaceHub2SProfileNotSupported\)/,
  ],
  [
    'a failed assignment whose reason is new to us',
    { ...noProfile, profile: 'failed', profileDetail: 'brandNew' },
    'fixProfile',
    /could not be assigned \(brandNew\)/,
  ],
])('the remedy for %s is the documented one', (_, change, code, sentence) => {
  const step = stepOf(change);
  expect(step.code).toBe(code);
  expect(nextStepSentence(step)).toMatch(sentence);
});

test('that Microsoft says nothing of hardware changes blocks nobody', () => {
  expect(stepOf({ remediation: 'unknown', remediationDetail: 'brandNew' }).code).toBe('startBench');
});

test('what the technician saw outranks what the cloud reports', () => {
  expect(stepOf({ ...succeeded, enrollment: 'failed', profile: 'failed' }).code).toBe('reseal');
});

test('a blocked start says which condition fails and what to do', () => {
  expect(nextStepSentence(stepOf({ isVirtualMachine: true }))).toBe(
    'This is a virtual machine, and pre-provisioning needs a physical device. Use the user-driven flow.',
  );
});

test('a failure that is known says what it means', () => {
  const benchError = { code: '0x81039001', name: 'Attestation retries used up', message: 'Choose Retry.' };
  expect(nextStepSentence(stepOf({ bench: 'failed', benchError }))).toBe('Choose Retry.');
});

test('a registration under another serial number stops everything but a running flow, and names both', () => {
  const step = stepOf({ ...succeeded, registeredSerialNumber: 'OTHER1' });
  expect(step.code).toBe('fixRegistration');
  expect(nextStepSentence(step)).toMatch(/serial number OTHER1, the queue under 5CG1234567/);
  expect(stepOf({ bench: 'running', registeredSerialNumber: 'OTHER1' }).code).toBe('finishBench');
});

test.each([
  ['the same in other letters', '5cg1234567 '],
  ['what firmware gives by default', 'To be filled by O.E.M.'],
  ['nothing', null],
])('%s at Microsoft’s is no other serial number', (_, registeredSerialNumber) => {
  expect(stepOf({ registeredSerialNumber }).code).toBe('startBench');
});
