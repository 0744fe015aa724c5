import { afterEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../../fakes/practiceGraph.ts';
import { startRegistrationBench, type RegistrationBench } from '../../../fakes/registrationBench.ts';

let bench: RegistrationBench;
afterEach(async () => bench.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const MANAGED = '/v1.0/deviceManagement/managedDevices';

async function registeredDevice(groupTag?: string) {
  const deviceIds = bench.addDevices([{ serialNumber: 'LEAVER1', ...(groupTag === undefined ? {} : { groupTag }) }]);
  await bench.ask('registration.register', { deviceIds });
  await bench.untilSettled(deviceIds);
  const id = deviceIds[0] ?? '';
  const { device } = await bench.ask('devices.get', { id });
  return { id, ztdId: device.ztdId ?? '' };
}

const enrol = (ztdId: string) => bench.graph.post(`/practice/devices/${ztdId}/technician-flow`, { result: 'success' });

async function enrolledDevice(groupTag?: string) {
  const device = await registeredDevice(groupTag);
  await enrol(device.ztdId);
  await bench.ask('tracking.refresh', { tenantId: bench.tenantId, deviceIds: [device.id] });
  return device;
}

/** Confirms what the plan shows, as a person does who has looked at it. */
async function deregister(id: string, confirmedSerialNumber = 'LEAVER1') {
  const { target } = await bench.ask('registration.removalPlan', { deviceId: id });
  return bench.ask('registration.deregister', { deviceId: id, confirmedSerialNumber, target });
}

const removalJob = async () =>
  (await bench.ask('jobs.list', {})).jobs.find(({ kind }) => kind === 'deregister') ?? null;

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
    expect(await deregister(id, 'leaver1 ')).toMatchObject({ queued: 1 });
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
    await deregister(id);
    await bench.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    bench.graph.tenant.advance(600);
    expect(await bench.ask('registration.register', { deviceIds: [id] })).toMatchObject({ queued: 1, refused: [] });
    expect((await bench.untilSettled([id])).counts.assigned).toBe(1);
  });

  test('of a hybrid device the computer account stays a task until somebody records that it is deleted', async () => {
    bench = await startRegistrationBench();
    const { id } = await enrolledDevice('Hybrid');
    const plan = await bench.ask('registration.removalPlan', { deviceId: id });
    expect(plan.records.at(-1)).toMatchObject({ service: 'activeDirectory', action: 'byHand' });
    await deregister(id);
    await bench.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    await bench.restart();
    const { nextStep } = await statusOf(id);
    expect(nextStep).toMatchObject({ code: 'finishRemoval', whose: 'technician' });
    expect(nextStep.sentence).toContain('deleted in Active Directory');
    const waiting = await bench.ask('devices.ids', { tenantId: bench.tenantId, nextSteps: ['finishRemoval'] });
    expect(waiting.ids).toEqual([id]);

    await bench.ask('registration.recordAccountDeleted', { deviceId: id });
    expect((await statusOf(id)).nextStep).toMatchObject({ code: 'done' });
    const { timeline } = await bench.ask('devices.get', { id });
    expect(timeline[0]?.sentence).toContain('was deleted in Active Directory');
    const { entries } = await bench.ask('audit.list', {});
    expect(entries[0]).toMatchObject({ action: 'registration.recordAccountDeleted' });
  });

  test('a serial number that is not typed right deletes nothing', async () => {
    bench = await startRegistrationBench();
    const { id, ztdId } = await enrolledDevice();
    await expect(deregister(id, 'LEAVER2')).rejects.toThrow('not that of this device');
    expect((await statusOf(id)).registration).toBe('registered');
    expect((await bench.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(200);
  });

  test('records that are not those shown are left alone, and the plan shows them as they are now', async () => {
    bench = await startRegistrationBench();
    const { id, ztdId } = await registeredDevice();
    const { target } = await bench.ask('registration.removalPlan', { deviceId: id });
    expect(target.intune).toBeNull();
    await enrol(ztdId);
    await expect(
      bench.ask('registration.deregister', { deviceId: id, confirmedSerialNumber: 'LEAVER1', target }),
    ).rejects.toThrow('conflict: The records have changed');
    expect(await removalJob()).toBeNull();
    expect((await bench.ask('registration.removalPlan', { deviceId: id })).target.intune).not.toBeNull();
  });

  test('a device that enrols between the confirmation and the deletion is left alone, and can be planned anew', async () => {
    bench = await startRegistrationBench();
    const { id, ztdId } = await registeredDevice();
    await bench.ask('jobs.pause', { paused: true });
    await deregister(id);
    await enrol(ztdId);
    await bench.ask('jobs.pause', { paused: false });
    await bench.until(async () => expect((await removalJob())?.state).toBe('failed'));
    expect((await removalJob())?.explanation).toContain('has enrolled in Intune since');
    expect((await statusOf(id)).registration).toBe('registered');
    expect((await bench.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(200);
    await deregister(id);
    await bench.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
  });

  test('an Intune record with another serial number is deleted only when a person accepts that', async () => {
    bench = await startRegistrationBench();
    const { id } = await enrolledDevice();
    bench.withStore(({ database }) =>
      database.prepare(`UPDATE device SET serial_number = 'LEAVER1B' WHERE id = ?`).run(id),
    );
    const { target, doubts } = await bench.ask('registration.removalPlan', { deviceId: id });
    expect(doubts[0]).toContain('LEAVER1, not LEAVER1B');
    const asked = { deviceId: id, confirmedSerialNumber: 'LEAVER1B', target };
    await expect(bench.ask('registration.deregister', asked)).rejects.toThrow('It may be another device.');
    expect(rowsOf(await bench.graph.get(MANAGED))).toHaveLength(1);
    expect(await bench.ask('registration.deregister', { ...asked, acceptsDoubts: true })).toMatchObject({ queued: 1 });
  });

  test('a deletion that Microsoft refuses does not count as accepted when it is retried', async () => {
    bench = await startRegistrationBench();
    const { id, ztdId } = await registeredDevice();
    bench.graph.tenant.setFaults({ faults: [{ effect: { kind: 'badRequest' }, methods: ['DELETE'], count: 2 }] });
    await deregister(id);
    await bench.until(async () => expect((await removalJob())?.state).toBe('failed'));
    const { id: jobId = '' } = (await removalJob()) ?? {};
    await bench.ask('jobs.retry', { ids: [jobId] });
    await bench.until(async () => expect((await removalJob())?.state).toBe('failed'));
    expect((await removalJob())?.explanation).toContain('refuses to delete the registration');
    expect((await bench.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(200);
    // A device whose removal was given up is not stuck in it.
    expect((await statusOf(id)).registration).toBe('registered');
    const { timeline } = await bench.ask('devices.get', { id });
    expect(timeline[0]?.sentence).toContain('The removal was given up.');
    await bench.ask('jobs.retry', { ids: [jobId] });
    await bench.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    // Taken up again, it is under way: nothing else may be done with the device meanwhile.
    expect((await bench.ask('devices.get', { id })).timeline.slice(0, 2)).toMatchObject([
      { from: 'removing', to: 'removed' },
      { from: 'registered', to: 'removing', sentence: 'The removal was retried.' },
    ]);
  });

  test('an Intune record that is left over is deleted on its exact id', async () => {
    bench = await startRegistrationBench();
    const { id } = await enrolledDevice();
    // As after somebody has deleted the Autopilot device alone.
    const path = '/deviceManagement/windowsAutopilotDeviceIdentities*';
    bench.graph.tenant.setFaults({ faults: [{ effect: { kind: 'notFound' }, methods: ['GET'], path }] });
    bench.withStore(({ database }) =>
      database.prepare(`UPDATE device SET registration = 'removed' WHERE id = ?`).run(id),
    );
    expect((await statusOf(id)).nextStep).toMatchObject({ code: 'finishRemoval' });
    const plan = await bench.ask('registration.removalPlan', { deviceId: id });
    expect(plan.records.map(({ service, action }) => `${service} ${action}`)).toContain('intune delete');
    expect(plan.target.autopilot).toBeNull();
    await deregister(id);
    await bench.until(async () => expect(rowsOf(await bench.graph.get(MANAGED))).toEqual([]));
    await bench.until(async () => expect((await statusOf(id)).nextStep.code).toBe('done'));
  });

  test.each([
    ['the answer of each deletion is lost', { kind: 'drop', when: 'afterEffect' } as const],
    ['the server fails after each deletion', { kind: 'status', status: 503, when: 'afterEffect' } as const],
  ])('%s: the removal still ends well', async (_, effect) => {
    bench = await startRegistrationBench();
    const { id } = await enrolledDevice();
    bench.graph.tenant.setFaults({ faults: [{ effect, methods: ['DELETE'], count: 2 }] });
    await deregister(id);
    await bench.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
  });

  test.each(['intuneGone', 'autopilotGone'])('a removal that is cut off at %s goes on where it stood', async (step) => {
    bench = await startRegistrationBench();
    const { id, ztdId } = await enrolledDevice();
    await deregister(id);
    const isThere = `SELECT 1 FROM job WHERE kind = 'deregister' AND step = ?`;
    await bench.until(() =>
      expect(bench.withStore(({ database }) => database.prepare(isThere).get(step))).toBeDefined(),
    );
    await bench.restart();
    await bench.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    expect((await bench.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(404);
    const { timeline } = await bench.ask('devices.get', { id });
    expect(timeline.filter(({ sentence }) => sentence.includes('lists the device any more'))).toHaveLength(1);
  });

  test('a removal that is cancelled before anything was deleted leaves the device registered', async () => {
    bench = await startRegistrationBench();
    const { id } = await enrolledDevice();
    await bench.ask('jobs.pause', { paused: true });
    await deregister(id);
    const { jobs } = await bench.ask('jobs.list', { states: ['waiting'] });
    const ids = jobs.filter(({ kind }) => kind === 'deregister').map((job) => job.id);
    expect(await bench.ask('jobs.cancel', { ids })).toEqual({ changed: 1 });
    await bench.ask('jobs.pause', { paused: false });
    expect((await statusOf(id)).registration).toBe('registered');
    expect(rowsOf(await bench.graph.get(MANAGED))).toHaveLength(1);
  });
});
