import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateQuestionOf } from '../../../src/shared/bench/gateQuestion.ts';
import { goGateFailures, goGateOf } from '../../../src/shared/bench/goGate.ts';
import { goGateProblemWords, goGateWords } from '../../../src/shared/bench/goGateWords.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { profileStatus, registrationStatus } from '../../../src/shared/devices/status.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const SCANNED = '2026-11-22T11:00:00.000Z';
const BEFORE = '2026-11-22T10:00:00.000Z';
const AFTER = '2026-11-22T11:30:00.000Z';
/** As the code on its page makes it, while nobody can be asked. */
const byPage = (change: Partial<DeviceRecord> = {}) =>
  readyDevice({
    hasHardwareHash: false,
    tpmVersion: null,
    registrationAt: SCANNED,
    registeredSerialNumber: null,
    pageScannedAt: SCANNED,
    profile: 'unknown',
    profileName: null,
    profileAssignedAt: null,
    profileAllowsPreProvisioning: null,
    profileAt: null,
    ...change,
  });
const findings = (device: DeviceRecord) => goGateOf(device).map(({ finding }) => finding);
const confirmed = { tpmConfirmedAt: AFTER, tpmConfirmedBy: 'AL' };

describe('what nobody knows of the TPM', () => {
  const unknown = { hasHardwareHash: false, tpmVersion: null };

  test('is one question, and its answer opens the gate and says who gave it', () => {
    const problems = goGateFailures(readyDevice(unknown));
    expect(problems.map(gateQuestionOf)).toEqual(['tpm2']);
    const open = readyDevice({ ...unknown, ...confirmed });
    expect(goGateFailures(open)).toEqual([]);
    const words = goGateOf(open).map((condition) => goGateWords(condition).sentence);
    expect(words.join(' ')).toContain('TPM 2.0 was confirmed on the device by AL');
  });

  test('is no question where a hash tells, whatever was confirmed before', () => {
    expect(findings(readyDevice({ hasHardwareHash: true, tpmVersion: null, ...confirmed }))).toContain('noTpm');
    const old = 'TPM-Version:1.2 -Level:2-Revision:1.16';
    expect(findings(readyDevice({ hasHardwareHash: true, tpmVersion: old, ...confirmed }))).toContain('oldTpm');
  });

  test('is not proven by the code on the Autopilot page', () => {
    expect(goGateFailures(byPage()).map(({ finding }) => finding)).toEqual(['noHash']);
  });

  test('does not make a device without a hash a physical one', () => {
    expect(findings(readyDevice(unknown))).toContain('noVirtualMachineKnown');
  });
});

describe('the code on the Autopilot page', () => {
  test('is evidence of the registration and of a profile, and says when it was scanned', () => {
    const device = byPage(confirmed);
    expect(goGateFailures(device)).toEqual([]);
    expect(findings(device)).toEqual(
      expect.arrayContaining(['registeredByPage', 'profileByPage', 'dateByPage', 'allowanceNotAsked']),
    );
    for (const condition of goGateOf(device)) {
      if ('at' in condition) expect(goGateWords(condition).sentence).toMatch(/22 Nov 2026/);
    }
  });

  test('names no profile: an expected one has to be compared on the page', () => {
    const device = byPage({ ...confirmed, expectedProfile: 'Kiosk' });
    expect(goGateFailures(device).map(gateQuestionOf)).toEqual(['profileOnPage']);
    expect(goGateFailures({ ...device, profileOnPage: 'Kiosk' })).toEqual([]);
    // Another profile is expected since.
    expect(goGateFailures({ ...device, profileOnPage: 'Sales' })).toHaveLength(1);
  });

  test.each<[string, Partial<DeviceRecord>]>([
    ['when Microsoft was read since', { microsoftReadAt: AFTER }],
    ['when the list told of the profile since', { profile: 'notAssigned', profileAt: AFTER }],
    ['of a registration before this one', { registrationAt: AFTER }],
    ['where the assignment failed', { profile: 'failed', profileAt: BEFORE }],
    ['of a device that is being deregistered', { registration: 'removing' }],
  ])('proves no profile %s', (_, change) => {
    expect(findings(byPage(change))).not.toContain('profileByPage');
  });
});

test('no combination of evidence leaves the gate without an answer', () => {
  const at = fc.constantFrom(null, BEFORE, SCANNED, AFTER);
  const anyEvidence = fc.record({
    registration: fc.constantFrom(...registrationStatus.options),
    registrationAt: at,
    registeredSerialNumber: fc.constantFrom(null, '5CG1234567'),
    profile: fc.constantFrom(...profileStatus.options),
    profileAt: at,
    profileName: fc.constantFrom(null, 'Kiosk'),
    profileAssignedAt: at,
    profileAllowsPreProvisioning: fc.constantFrom(null, true, false),
    profileUsage: fc.constantFrom(null, 'singleUser', 'shared'),
    expectedProfile: fc.constantFrom(null, 'Kiosk', 'Sales'),
    profileOnPage: fc.constantFrom(null, 'Kiosk'),
    pageScannedAt: at,
    microsoftReadAt: at,
    hasHardwareHash: fc.boolean(),
    tpmVersion: fc.constantFrom(null, 'TPM-Version:2.0 -Level:0-Revision:1.38'),
    tpmConfirmedAt: at,
  });
  fc.assert(
    fc.property(anyEvidence, (change) => {
      const device = readyDevice(change);
      for (const problem of goGateFailures(device)) {
        const { sentence, remedy } = goGateProblemWords(problem);
        expect(sentence).toMatch(/\S/);
        expect(remedy).toMatch(/\S/);
        // What is not known, nobody is asked to overrule.
        if (problem.finding === 'noHash') expect(gateQuestionOf(problem)).toBe('tpm2');
      }
    }),
    { numRuns: 1_500 },
  );
});
