import { afterEach, describe, expect, test } from 'vitest';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

async function blockedDevice(): Promise<string> {
  const [deviceId = ''] = rig.addDevices([{ serialNumber: 'ONCE1' }]);
  await rig.ask('registration.register', { deviceIds: [deviceId] });
  expect((await rig.untilSettled([deviceId])).counts.assigned).toBe(1);
  const flow = `/practice/devices/${(await deviceWith(deviceId)).device.ztdId ?? ''}/technician-flow`;
  expect((await rig.graph.post(flow, { result: 'success' })).status).toBe(200);
  expect((await rig.graph.post(flow, { result: 'success' })).status).toBe(409);
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [deviceId] });
  return deviceId;
}

const deviceWith = (id: string) => rig.ask('devices.get', { id });

describe('a device that Intune lets enroll only once', () => {
  test('may not start until it is unblocked, and then it may', async () => {
    rig = await startRegistrationRig();
    const deviceId = await blockedDevice();
    const blocked = await deviceWith(deviceId);
    expect(blocked.device.enrollment).toBe('blocked');
    expect(blocked.goGate.filter(({ met }) => !met).map(({ code }) => code)).toContain('enrollment.allowed');

    expect(await rig.ask('registration.unblock', { deviceIds: [deviceId] })).toEqual({ queued: 1, refused: [] });
    await rig.until(async () => {
      const { jobs } = await rig.ask('jobs.list', {});
      expect(jobs.find(({ kind }) => kind === 'unblock')?.state).toBe('done');
    });
    const { device, goGate, timeline } = await deviceWith(deviceId);
    expect(device.enrollment).not.toBe('blocked');
    expect(goGate.filter(({ met }) => !met).map(({ code }) => code)).not.toContain('enrollment.allowed');
    expect(timeline.map(({ sentence }) => sentence)).toContain('Unblocked: the device may enroll again.');
    const { entries } = await rig.ask('audit.list', {});
    expect(entries.map(({ action }) => action)).toContain('registration.unblock');
  });

  test('is not asked for where nothing can be unblocked, and each refusal has its reason', async () => {
    rig = await startRegistrationRig();
    const [unregistered = '', pending = ''] = rig.addDevices(serials(2).map((serialNumber) => ({ serialNumber })));
    await rig.ask('registration.register', { deviceIds: [pending] });
    await rig.untilSettled([pending]);
    rig.withStore(({ database }) =>
      database.prepare(`UPDATE device SET remediation = 'fixPending' WHERE id = ?`).run(pending),
    );
    const { queued, refused } = await rig.ask('registration.unblock', { deviceIds: [unregistered, pending] });
    expect(queued).toBe(0);
    expect(refused.map(({ serialNumber, reason }) => `${serialNumber}: ${reason}`)).toEqual([
      'FBK00001: It is not registered, so there is nothing to unblock.',
      'FBK00002: Intune unblocks no device whose hardware change is pending. Wait for its next check-in.',
    ]);
  });
});
