import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../../src/main/backend.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { tenantId } from '../../rigs/seedStore.ts';

let workshop: OfflineQueue;
let backend: Backend;

beforeEach(() => {
  workshop = offlineQueue();
  ({ backend } = workshop);
});
afterEach(() => workshop.close());

const serialNumber = '5CG1234567';
const ztdId = '6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b3a';
const pageCode = (more: object = {}) =>
  JSON.stringify({ Version: '1.0.0', ZtdId: ztdId, PKID: '', SerialNumber: serialNumber, TotalBlocks: 1, ...more });
const scan = (text: string) => ask(backend, 'scans.read', { text });

/** As it comes from a file, when its maker has registered it and nobody here could ask. */
const imported = () =>
  workshop.addDevice({
    serialNumber,
    ztdId: null,
    registration: 'none',
    registrationAt: null,
    registeredSerialNumber: null,
    profile: 'unknown',
    profileDetail: null,
    profileName: null,
    profileAssignedAt: null,
    profileAllowsPreProvisioning: null,
    remediation: 'unknown',
    enrollment: 'unknown',
  });

describe('a bench that reaches nobody, with a device that somebody else registered', () => {
  test('takes the code on its page as evidence, and goes from the start to the box', async () => {
    const deviceId = imported();
    expect((await scan(serialNumber)).device?.nextStep.code).not.toBe('startBench');
    const { device } = await scan(pageCode());
    expect(device).toMatchObject({ registration: 'registered', ztdId, nextStep: { code: 'startBench' } });

    await ask(backend, 'bench.record', { deviceId, step: 'start' });
    workshop.passMinutes(31);
    const result = await scan(pageCode({ Result: 'Success', ElapsedTimeMilliseconds: 1_800_000 }));
    expect(result).toMatchObject({ verdict: 'recorded', device: { nextStep: { code: 'reseal' } } });
    for (const step of ['reseal', 'ship'] as const) await ask(backend, 'bench.record', { deviceId, step });
    expect((await ask(backend, 'devices.get', { id: deviceId })).device.reseal).toBe('shipped');
    const { entries } = await ask(backend, 'audit.list', {});
    expect(entries.map(({ action }) => action)).not.toContain('bench.override');
  });

  test('keeps a result whose start nobody recorded', async () => {
    imported();
    expect(await scan(pageCode({ Result: 'Failure', ElapsedTimeMilliseconds: 900_000 }))).toMatchObject({
      verdict: 'recorded',
      startUnknown: true,
      device: { bench: 'failed' },
    });
  });

  test('starts it anyway with a reason, and keeps who and why', async () => {
    const deviceId = imported();
    await ask(backend, 'settings.write', { technicianInitials: 'JB' });
    expect(await backend.dispatch('bench.record', { deviceId, step: 'start' })).toMatchObject({
      ok: false,
      error: { code: 'blocked' },
    });
    const overrideReason = 'Registered by its maker';
    await ask(backend, 'bench.record', { deviceId, step: 'start', overrideReason });
    const { benchRuns } = await ask(backend, 'devices.get', { id: deviceId });
    expect(benchRuns).toMatchObject([
      { technician: 'JB', overrideReason: expect.stringContaining(overrideReason) as string },
    ]);
    const { entries } = await ask(backend, 'audit.list', {});
    expect(entries).toContainEqual(expect.objectContaining({ action: 'bench.override', who: 'JB' }));
  });

  test('counts what was not sent, for the tenant and for the device', async () => {
    const deviceId = imported();
    await scan(pageCode());
    await ask(backend, 'assignment.setGroupTag', { deviceIds: [deviceId], groupTag: 'Sales' });
    const { jobs } = await ask(backend, 'jobs.status', { tenantId });
    expect(jobs.waiting + jobs.retrying + jobs.leased).toBeGreaterThan(0);
    expect((await ask(backend, 'devices.get', { id: deviceId })).device.pendingChanges).toBeGreaterThan(0);
  });
});
