import { describe, expect, test } from 'vitest';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { goGateFailures, goGateOf } from '../../../src/shared/bench/goGate.ts';
import { goGateProblemWords, goGateWords } from '../../../src/shared/bench/goGateWords.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

describe('the go gate', () => {
  test('is open for a physical device with TPM 2.0 and an assigned profile that allows pre-provisioning', () => {
    expect(goGateFailures(readyDevice())).toEqual([]);
    expect(goGateOf(readyDevice()).every((condition) => goGateWords(condition).remedy === null)).toBe(true);
  });

  test.each<[string, Partial<DeviceRecord>, string, string]>([
    ['a device that is being deregistered', { registration: 'removing' }, 'registration.registered', 'again'],
    ['a device that is not registered', { registration: 'none' }, 'registration.registered', 'Register it'],
    [
      'a registration under another serial number',
      { registeredSerialNumber: 'OTHER1' },
      'registration.serialNumber',
      'Compare both',
    ],
    [
      'another mainboard than the registered one',
      { needsNewRegistration: true },
      'registration.fitsBoard',
      'Deregister the device',
    ],
    ['no profile', { profile: 'notAssigned' }, 'profile.assigned', 'group tag'],
    ['no assignment date', { profileAssignedAt: null }, 'profile.dateAssigned', 'refresh'],
    ['another profile than expected', { expectedProfile: 'Kiosk' }, 'profile.expected', 'group tag'],
    [
      'a profile without pre-provisioning',
      { profileAllowsPreProvisioning: false, chosenScenario: 'preProvisioned' },
      'profile.allowsPreProvisioning',
      'Allow pre-provisioned deployment',
    ],
    [
      'an allowance that nobody has read yet',
      { profileAllowsPreProvisioning: null },
      'profile.allowsPreProvisioning',
      'Refresh',
    ],
    ['a virtual machine', { isVirtualMachine: true }, 'hardware.physical', 'user-driven'],
    ['an old TPM', { tpmVersion: 'TPM-Version:1.2 -Level:2' }, 'hardware.tpm2', 'TPM 2.0'],
    ['no TPM in the hash', { tpmVersion: null }, 'hardware.tpm2', 'firmware'],
    ['no hash to read the TPM from', { tpmVersion: null, hasHardwareHash: false }, 'hardware.tpm2', 'Import the hash'],
    ['a hardware change that Intune is registering', { remediation: 'fixPending' }, 'remediation.none', 'check-in'],
    [
      'a hardware change that Intune could not register',
      { remediation: 'attentionRequired' },
      'remediation.none',
      'Deregister',
    ],
    ['an enrollment that Intune blocks', { enrollment: 'blocked' }, 'enrollment.allowed', 'Unblock'],
    ['an enrollment from an earlier run', { enrollment: 'enrolled' }, 'enrollment.allowed', 'Delete the Intune record'],
    [
      'a code that says stop',
      { bench: 'failed', benchError: { code: '0x81039024', name: null, message: null } },
      'bench.failure',
      'update the TPM’s firmware',
    ],
  ])('is closed by %s, and says what to do', (_, change, code, remedy) => {
    const failures = goGateFailures(readyDevice(change));
    expect(failures.map((failure) => failure.code)).toEqual([code]);
    const words = failures.map(goGateProblemWords);
    expect(words[0]?.sentence).toMatch(/^[A-Z].*\.$/);
    expect(words[0]?.remedy).toContain(remedy);
  });

  test('does not hold the enrollment of a run against that run', () => {
    expect(goGateFailures(readyDevice({ bench: 'running', enrollment: 'enrolled' }))).toEqual([]);
  });

  test('reads the version of the TPM however the hash words it', () => {
    expect(goGateFailures(readyDevice({ tpmVersion: '2.0' }))).toEqual([]);
    const conditions = goGateOf(readyDevice({ tpmVersion: 'TPM-Version:2.0 -Revision:1.16' }));
    expect(conditions.map((condition) => ({ ...condition, ...goGateWords(condition) }))).toContainEqual(
      expect.objectContaining({ code: 'hardware.tpm2', met: true, sentence: 'TPM 2.0 is there.' }),
    );
  });
});
