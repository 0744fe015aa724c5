import { afterEach, describe, expect, test } from 'vitest';
import { serials, startRegistrationBench, type RegistrationBench } from '../../../fakes/registrationBench.ts';

let bench: RegistrationBench;
afterEach(async () => bench.close());

async function blockedDevice(): Promise<string> {
  const [deviceId = ''] = bench.addDevices([{ serialNumber: 'ONCE1' }]);
  await bench.ask('registration.register', { deviceIds: [deviceId] });
  expect((await bench.untilSettled([deviceId])).counts.assigned).toBe(1);
  const flow = `/practice/devices/${(await deviceWith(deviceId)).device.ztdId ?? ''}/technician-flow`;
  expect((await bench.graph.post(flow, { result: 'success' })).status).toBe(200);
  expect((await bench.graph.post(flow, { result: 'success' })).status).toBe(409);
  await bench.ask('tracking.refresh', { tenantId: bench.tenantId, deviceIds: [deviceId] });
  return deviceId;
}

const deviceWith = (id: string) => bench.ask('devices.get', { id });

describe('a device that Intune lets enrol only once', () => {
  test('may not start until it is unblocked, and then it may', async () => {
    bench = await startRegistrationBench();
    const deviceId = await blockedDevice();
    const blocked = await deviceWith(deviceId);
    expect(blocked.device.enrollment).toBe('blocked');
    expect(blocked.goGate.filter(({ met }) => !met).map(({ code }) => code)).toContain('enrollment.allowed');

    expect(await bench.ask('registration.unblock', { deviceIds: [deviceId] })).toEqual({ queued: 1, refused: [] });
    await bench.until(async () => {
      const { jobs } = await bench.ask('jobs.list', {});
      expect(jobs.find(({ kind }) => kind === 'unblock')?.state).toBe('done');
    });
    const { device, goGate, timeline } = await deviceWith(deviceId);
    expect(device.enrollment).not.toBe('blocked');
    expect(goGate.filter(({ met }) => !met).map(({ code }) => code)).not.toContain('enrollment.allowed');
    expect(timeline.map(({ sentence }) => sentence)).toContain('Unblocked: the device may enrol again.');
    const { entries } = await bench.ask('audit.list', {});
    expect(entries.map(({ action }) => action)).toContain('registration.unblock');
  });

  test('is not asked for where nothing can be unblocked, and each refusal has its reason', async () => {
    bench = await startRegistrationBench();
    const [unregistered = '', pending = ''] = bench.addDevices(serials(2).map((serialNumber) => ({ serialNumber })));
    await bench.ask('registration.register', { deviceIds: [pending] });
    await bench.untilSettled([pending]);
    bench.withStore(({ database }) =>
      database.prepare(`UPDATE device SET remediation = 'fixPending' WHERE id = ?`).run(pending),
    );
    const { queued, refused } = await bench.ask('registration.unblock', { deviceIds: [unregistered, pending] });
    expect(queued).toBe(0);
    expect(refused.map(({ serialNumber, reason }) => `${serialNumber}: ${reason}`)).toEqual([
      'FBK00001: It is not registered, so there is nothing to unblock.',
      'FBK00002: Intune unblocks no device whose hardware change is pending. Wait for its next check-in.',
    ]);
  });
});
