import { afterEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../../fakes/practiceGraph.ts';
import { startRegistrationBench, type RegistrationBench } from '../../../fakes/registrationBench.ts';

let bench: RegistrationBench;
afterEach(async () => bench.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const MANAGED = '/v1.0/deviceManagement/managedDevices';

async function enrolledDevice(groupTag?: string) {
  const deviceIds = bench.addDevices([{ serialNumber: 'LEAVER1', ...(groupTag === undefined ? {} : { groupTag }) }]);
  await bench.ask('registration.register', { deviceIds });
  await bench.untilSettled(deviceIds);
  const id = deviceIds[0] ?? '';
  const { device } = await bench.ask('devices.get', { id });
  await bench.graph.post(`/practice/devices/${device.ztdId ?? ''}/technician-flow`, { result: 'success' });
  await bench.ask('tracking.refresh', { tenantId: bench.tenantId, deviceIds });
  return { id, ztdId: device.ztdId ?? '' };
}

const statusOf = async (id: string) => (await bench.ask('devices.get', { id })).device;

describe('deregistering', () => {
  test('shows every record side by side before anything happens', async () => {
    bench = await startRegistrationBench();
    const { id, ztdId } = await enrolledDevice();
    const plan = await bench.ask('registration.removalPlan', { deviceId: id });
    expect(plan.records.map(({ service, action }) => `${service} ${action}`)).toEqual([
      'intune delete',
      'autopilot delete',
      'entra leave',
    ]);
    expect(plan.records.find(({ service }) => service === 'autopilot')?.id).toBe(ztdId);
  });

  test('goes Intune first, then Autopilot, and leaves Entra alone', async () => {
    bench = await startRegistrationBench();
    const { id, ztdId } = await enrolledDevice();
    const entraBefore = rowsOf(await bench.graph.get('/v1.0/devices')).length;
    expect(
      await bench.ask('registration.deregister', { deviceId: id, confirmedSerialNumber: 'leaver1 ' }),
    ).toMatchObject({ queued: 1 });
    await bench.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    expect(rowsOf(await bench.graph.get(MANAGED))).toEqual([]);
    expect((await bench.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(404);
    expect(rowsOf(await bench.graph.get('/v1.0/devices')).length).toBeLessThanOrEqual(entraBefore);
    const { entries } = await bench.ask('audit.list', {});
    expect(entries[0]).toMatchObject({
      action: 'registration.deregister',
      sentence: 'Deregistration of LEAVER1 confirmed.',
    });
    expect(await statusOf(id)).toMatchObject({ ztdId: null, profile: 'unknown', managedDeviceId: null });
  });

  test('a device can be registered again afterwards', async () => {
    bench = await startRegistrationBench();
    const { id } = await enrolledDevice();
    await bench.ask('registration.deregister', { deviceId: id, confirmedSerialNumber: 'LEAVER1' });
    await bench.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    bench.graph.tenant.advance(600);
    expect(await bench.ask('registration.register', { deviceIds: [id] })).toMatchObject({ queued: 1, refused: [] });
    expect((await bench.untilSettled([id])).counts.assigned).toBe(1);
  });

  test('of a hybrid device the computer account is left as a task for a person', async () => {
    bench = await startRegistrationBench();
    const { id } = await enrolledDevice('Hybrid');
    const plan = await bench.ask('registration.removalPlan', { deviceId: id });
    expect(plan.records.at(-1)).toMatchObject({ service: 'activeDirectory', action: 'byHand' });
    await bench.ask('registration.deregister', { deviceId: id, confirmedSerialNumber: 'LEAVER1' });
    await bench.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    const { timeline } = await bench.ask('devices.get', { id });
    expect(timeline[0]?.sentence).toContain('Active Directory by hand');
  });

  test('a serial number that is not typed right, and a dry run, delete nothing', async () => {
    bench = await startRegistrationBench();
    const { id, ztdId } = await enrolledDevice();
    await expect(
      bench.ask('registration.deregister', { deviceId: id, confirmedSerialNumber: 'LEAVER2' }),
    ).rejects.toThrow('not that of this device');
    expect(
      await bench.ask('registration.deregister', { deviceId: id, confirmedSerialNumber: 'LEAVER1', dryRun: true }),
    ).toMatchObject({ queued: 1 });
    expect((await statusOf(id)).registration).toBe('registered');
    expect((await bench.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(200);
  });

  test.each([
    ['the answer of each deletion is lost', { kind: 'drop', when: 'afterEffect' } as const],
    ['the server fails after each deletion', { kind: 'status', status: 503, when: 'afterEffect' } as const],
  ])('%s: the removal still ends well', async (_, effect) => {
    bench = await startRegistrationBench();
    const { id } = await enrolledDevice();
    bench.graph.tenant.setFaults({ faults: [{ effect, methods: ['DELETE'], count: 2 }] });
    await bench.ask('registration.deregister', { deviceId: id, confirmedSerialNumber: 'LEAVER1' });
    await bench.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
  });

  test('a removal that is cancelled before anything was deleted leaves the device registered', async () => {
    bench = await startRegistrationBench();
    const { id } = await enrolledDevice();
    await bench.ask('jobs.pause', { paused: true });
    await bench.ask('registration.deregister', { deviceId: id, confirmedSerialNumber: 'LEAVER1' });
    const { jobs } = await bench.ask('jobs.list', { states: ['waiting'] });
    const ids = jobs.filter(({ kind }) => kind === 'deregister').map((job) => job.id);
    expect(await bench.ask('jobs.cancel', { ids })).toEqual({ changed: 1 });
    await bench.ask('jobs.pause', { paused: false });
    expect((await statusOf(id)).registration).toBe('registered');
    expect(rowsOf(await bench.graph.get(MANAGED))).toHaveLength(1);
  });
});
