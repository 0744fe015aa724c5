import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchErrors } from '../../../src/shared/bench/benchErrors.ts';
import { failureStopOf } from '../../../src/shared/bench/failureStop.ts';
import { goGateFailures } from '../../../src/shared/bench/goGate.ts';
import { goGateProblemWords } from '../../../src/shared/bench/goGateWords.ts';
import { userFlowWindowOf } from '../../../src/shared/bench/userFlowWindowOf.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { nextStepOf } from '../../../src/shared/devices/nextStepOf.ts';
import { nextStepTitle } from '../../../src/shared/devices/nextStepWords.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const before = '2026-11-22T10:00:00.000Z';
const after = '2026-11-22T11:30:00.000Z';

const failedWith = (code: string | null, change: Partial<DeviceRecord> = {}) =>
  readyDevice({
    bench: 'failed',
    benchStartedAt: before,
    benchEndedAt: '2026-11-22T11:00:00.000Z',
    benchError: { code, name: null, message: null },
    ...change,
  });
const stepOf = (device: DeviceRecord) => nextStepOf(device, userFlowWindowOf(device, now), now);

describe('after a failure the next step is what its code asks for', () => {
  test.each([
    ['0x81039024', 'updateFirmware', 'Update the firmware'],
    ['0x801c03ea', 'updateFirmware', 'Update the firmware'],
    ['0x81039023', 'updateWindows', 'Update Windows'],
    ['0x801c03f3', 'deregister', 'Deregister, then register again'],
    ['0x80180014', 'unblock', 'Unblock'],
    ['0x80180005', 'fixProfile', 'Fix profile'],
    ['0x80180018', 'askAdministrator', 'Ask the administrator'],
    ['0xc1036501', 'askAdministrator', 'Ask the administrator'],
    ['815', 'fixProfile', 'Fix profile'],
    ['908', 'deregister', 'Deregister, then register again'],
    ['0x81039001', 'retryBench', 'Retry technician flow'],
    ['0x800c0003', 'retryBench', 'Retry technician flow'],
    ['0x80000000', 'retryBench', 'Retry technician flow'],
    [null, 'retryBench', 'Retry technician flow'],
  ])('%s: %s', (code, step, title) => {
    const found = stepOf(failedWith(code));
    expect([found.code, nextStepTitle(found), found.whose]).toEqual([step, title, 'technician']);
  });

  test('and the gate is closed exactly where that is not a retry', () => {
    fc.assert(
      fc.property(fc.constantFrom(...benchErrors()), ({ code, act }) => {
        const failures = goGateFailures(failedWith(code));
        expect(failures).toEqual(
          act === 'retryBench' ? [] : [{ code: 'bench.failure', met: false, finding: 'failureStops', error: code }],
        );
        for (const words of failures.map(goGateProblemWords)) {
          expect(words.sentence).toContain(code);
          expect(words.remedy).toContain('as the reason.');
        }
      }),
    );
  });
});

describe('a failure stops no more', () => {
  test.each<[string, string, Partial<DeviceRecord>]>([
    ['once the device was registered anew', '0x801c03f3', { registrationAt: after }],
    ['once Intune shows it as not enrolled', '0x80180014', { enrollment: 'notEnrolled', enrollmentAt: after }],
    ['once a profile that allows it was assigned', '0x80180005', { profileAssignedAt: after }],
  ])('%s, if Microsoft has told so since', (_, code, change) => {
    expect(failureStopOf(failedWith(code, change))).toBeNull();
    expect(stepOf(failedWith(code, change)).code).toBe('retryBench');
    const stale = Object.fromEntries(Object.entries(change).map(([k, v]) => [k, v === after ? before : v]));
    expect(failureStopOf(failedWith(code, stale))?.code).toBe(code);
  });

  test('while another run is on, or after one that succeeded', () => {
    expect(failureStopOf(failedWith('0x81039024', { bench: 'running' }))).toBeNull();
    expect(failureStopOf(failedWith('0x81039024', { bench: 'succeeded' }))).toBeNull();
  });
});
