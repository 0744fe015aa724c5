import { afterEach, describe, expect, test } from 'vitest';
import { nextStepSentence } from '../../../src/shared/devices/nextStepWords.ts';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const MANAGED = '/v1.0/deviceManagement/managedDevices';

async function registeredDevice(groupTag?: string) {
  const deviceIds = rig.addDevices([{ serialNumber: 'LEAVER1', ...(groupTag === undefined ? {} : { groupTag }) }]);
  await rig.ask('registration.register', { deviceIds });
  await rig.untilSettled(deviceIds);
  const id = deviceIds[0] ?? '';
  const { device } = await rig.ask('devices.get', { id });
  return { id, ztdId: device.ztdId ?? '' };
}

const enroll = (ztdId: string) => rig.graph.post(`/practice/devices/${ztdId}/technician-flow`, { result: 'success' });

async function enrolledDevice(groupTag?: string) {
  const device = await registeredDevice(groupTag);
  await enroll(device.ztdId);
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [device.id] });
  return device;
}

/** Confirms what the plan shows, as a person does who has looked at it. */
async function deregister(id: string, confirmedSerialNumber = 'LEAVER1') {
  const { target } = await rig.ask('removal.plan', { deviceId: id });
  return rig.ask('removal.deregister', { deviceId: id, confirmedSerialNumber, target });
}

const removalJob = async () => (await rig.ask('jobs.list', {})).jobs.find(({ kind }) => kind === 'deregister') ?? null;

const statusOf = async (id: string) => (await rig.ask('devices.get', { id })).device;

describe('deregistering', () => {
  test('shows every record side by side before anything happens', async () => {
    rig = await startRegistrationRig();
    const { id, ztdId } = await enrolledDevice();
    const plan = await rig.ask('removal.plan', { deviceId: id });
    expect(plan.records.map(({ service, action }) => `${service} ${action}`)).toEqual([
      'intune delete',
      'autopilot delete',
      'entra leave',
    ]);
    expect(plan.records.find(({ service }) => service === 'autopilot')?.id).toBe(ztdId);
  });

  test('goes Intune first, then Autopilot, and leaves Entra alone', async () => {
    rig = await startRegistrationRig();
    const { id, ztdId } = await enrolledDevice();
    const entraBefore = rowsOf(await rig.graph.get('/v1.0/devices')).length;
    expect(await deregister(id, 'leaver1 ')).toMatchObject({ queued: 1 });
    await rig.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    expect(rowsOf(await rig.graph.get(MANAGED))).toEqual([]);
    expect((await rig.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(404);
    expect(rowsOf(await rig.graph.get('/v1.0/devices')).length).toBeLessThanOrEqual(entraBefore);
    const { entries } = await rig.ask('audit.list', {});
    expect(entries[0]).toMatchObject({
      action: 'removal.deregister',
      sentence: 'Deregistration of LEAVER1 confirmed.',
    });
    expect(await statusOf(id)).toMatchObject({ ztdId: null, profile: 'unknown', managedDeviceId: null });
  });

  test('a device can be registered again afterwards', async () => {
    rig = await startRegistrationRig();
    const { id } = await enrolledDevice();
    await deregister(id);
    await rig.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    rig.graph.tenant.advance(600);
    expect(await rig.ask('registration.register', { deviceIds: [id] })).toMatchObject({ queued: 1, refused: [] });
    expect((await rig.untilSettled([id])).counts.assigned).toBe(1);
  });

  test('of a hybrid device the computer account stays a task until somebody records that it is deleted', async () => {
    rig = await startRegistrationRig();
    const { id } = await enrolledDevice('Hybrid');
    const plan = await rig.ask('removal.plan', { deviceId: id });
    expect(plan.records.at(-1)).toMatchObject({ service: 'activeDirectory', action: 'byHand' });
    await deregister(id);
    await rig.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    await rig.restart();
    const { nextStep } = await statusOf(id);
    expect(nextStep).toMatchObject({ code: 'finishRemoval', whose: 'technician' });
    expect(nextStepSentence(nextStep)).toContain('deleted in Active Directory');
    const waiting = await rig.ask('devices.ids', { tenantId: rig.tenantId, nextSteps: ['finishRemoval'] });
    expect(waiting.ids).toEqual([id]);

    await rig.ask('removal.recordAccountDeleted', { deviceId: id });
    expect((await statusOf(id)).nextStep).toMatchObject({ code: 'done' });
    const { timeline } = await rig.ask('devices.get', { id });
    expect(timeline[0]?.sentence).toContain('was deleted in Active Directory');
    const { entries } = await rig.ask('audit.list', {});
    expect(entries[0]).toMatchObject({ action: 'removal.recordAccountDeleted' });
  });

  test('a serial number that is not typed right deletes nothing', async () => {
    rig = await startRegistrationRig();
    const { id, ztdId } = await enrolledDevice();
    await expect(deregister(id, 'LEAVER2')).rejects.toThrow('not that of this device');
    expect((await statusOf(id)).registration).toBe('registered');
    expect((await rig.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(200);
  });

  test('records that are not those shown are left alone, and the plan shows them as they are now', async () => {
    rig = await startRegistrationRig();
    const { id, ztdId } = await registeredDevice();
    const { target } = await rig.ask('removal.plan', { deviceId: id });
    expect(target.intune).toBeNull();
    await enroll(ztdId);
    await expect(
      rig.ask('removal.deregister', { deviceId: id, confirmedSerialNumber: 'LEAVER1', target }),
    ).rejects.toThrow('conflict: The records have changed');
    expect(await removalJob()).toBeNull();
    expect((await rig.ask('removal.plan', { deviceId: id })).target.intune).not.toBeNull();
  });

  test('a device that enrolls between the confirmation and the deletion is left alone, and can be planned anew', async () => {
    rig = await startRegistrationRig();
    const { id, ztdId } = await registeredDevice();
    await rig.ask('jobs.pause', { paused: true });
    await deregister(id);
    await enroll(ztdId);
    await rig.ask('jobs.pause', { paused: false });
    await rig.until(async () => expect((await removalJob())?.state).toBe('failed'));
    expect((await removalJob())?.explanation).toContain('has enrolled in Intune since');
    expect((await statusOf(id)).registration).toBe('registered');
    expect((await rig.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(200);
    await deregister(id);
    await rig.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
  });

  test('an Intune record with another serial number is deleted only when a person accepts that', async () => {
    rig = await startRegistrationRig();
    const { id } = await enrolledDevice();
    rig.withStore(({ database }) =>
      database.prepare(`UPDATE device SET serial_number = 'LEAVER1B' WHERE id = ?`).run(id),
    );
    const { target, doubts } = await rig.ask('removal.plan', { deviceId: id });
    expect(doubts[0]).toContain('LEAVER1, not LEAVER1B');
    const asked = { deviceId: id, confirmedSerialNumber: 'LEAVER1B', target };
    await expect(rig.ask('removal.deregister', asked)).rejects.toThrow('It may be another device.');
    expect(rowsOf(await rig.graph.get(MANAGED))).toHaveLength(1);
    expect(await rig.ask('removal.deregister', { ...asked, acceptsDoubts: true })).toMatchObject({ queued: 1 });
  });

  test('of two devices with one serial number, maker and model, none is planned for removal before its ZTDID is known', async () => {
    rig = await startRegistrationRig();
    const { id, ztdId } = await registeredDevice();
    const [twin = ''] = rig.addDevices([{ serialNumber: 'LEAVER1' }]);
    // The registered one is known by its ZTDID, so the twin is surely not it.
    expect((await rig.ask('removal.plan', { deviceId: id })).target.autopilot?.id).toBe(ztdId);
    expect((await rig.ask('removal.plan', { deviceId: twin })).target.autopilot).toBeNull();

    rig.withStore(({ database }) =>
      database.prepare(`UPDATE device SET ztd_id = NULL, registration = 'none' WHERE id = ?`).run(id),
    );
    for (const deviceId of [id, twin]) {
      await expect(rig.ask('removal.plan', { deviceId })).rejects.toThrow('which of them is registered cannot be told');
    }
    expect((await rig.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(200);
  });

  test('a deletion that Microsoft refuses does not count as accepted when it is retried', async () => {
    rig = await startRegistrationRig();
    const { id, ztdId } = await registeredDevice();
    rig.graph.tenant.setFaults({ faults: [{ effect: { kind: 'badRequest' }, methods: ['DELETE'], count: 2 }] });
    await deregister(id);
    await rig.until(async () => expect((await removalJob())?.state).toBe('failed'));
    const { id: jobId = '' } = (await removalJob()) ?? {};
    await rig.ask('jobs.retry', { ids: [jobId] });
    await rig.until(async () => expect((await removalJob())?.state).toBe('failed'));
    expect((await removalJob())?.explanation).toContain('refuses to delete the registration');
    expect((await rig.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(200);
    // A device whose removal was given up is not stuck in it.
    expect((await statusOf(id)).registration).toBe('registered');
    const { timeline } = await rig.ask('devices.get', { id });
    expect(timeline[0]?.sentence).toContain('The removal was given up.');
    await rig.ask('jobs.retry', { ids: [jobId] });
    await rig.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    // Taken up again, it is under way: nothing else may be done with the device meanwhile.
    expect((await rig.ask('devices.get', { id })).timeline.slice(0, 2)).toMatchObject([
      { from: 'removing', to: 'removed' },
      { from: 'registered', to: 'removing', sentence: 'The removal was retried.' },
    ]);
  });

  test('an Intune record that is left over is deleted on its exact id', async () => {
    rig = await startRegistrationRig();
    const { id } = await enrolledDevice();
    // As after somebody has deleted the Autopilot device alone.
    const path = '/deviceManagement/windowsAutopilotDeviceIdentities*';
    rig.graph.tenant.setFaults({ faults: [{ effect: { kind: 'notFound' }, methods: ['GET'], path }] });
    rig.withStore(({ database }) =>
      database.prepare(`UPDATE device SET registration = 'removed' WHERE id = ?`).run(id),
    );
    expect((await statusOf(id)).nextStep).toMatchObject({ code: 'finishRemoval' });
    const plan = await rig.ask('removal.plan', { deviceId: id });
    expect(plan.records.map(({ service, action }) => `${service} ${action}`)).toContain('intune delete');
    expect(plan.target.autopilot).toBeNull();
    await deregister(id);
    await rig.until(async () => expect(rowsOf(await rig.graph.get(MANAGED))).toEqual([]));
    await rig.until(async () => expect((await statusOf(id)).nextStep.code).toBe('done'));
  });

  test.each([
    ['the answer of each deletion is lost', { kind: 'drop', when: 'afterEffect' } as const],
    ['the server fails after each deletion', { kind: 'status', status: 503, when: 'afterEffect' } as const],
  ])('%s: the removal still ends well', async (_, effect) => {
    rig = await startRegistrationRig();
    const { id } = await enrolledDevice();
    rig.graph.tenant.setFaults({ faults: [{ effect, methods: ['DELETE'], count: 2 }] });
    await deregister(id);
    await rig.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
  });

  test.each(['intuneGone', 'autopilotGone'])('a removal that is cut off at %s goes on where it stood', async (step) => {
    rig = await startRegistrationRig();
    const { id, ztdId } = await enrolledDevice();
    await deregister(id);
    const isThere = `SELECT 1 FROM job WHERE kind = 'deregister' AND step = ?`;
    await rig.until(() => expect(rig.withStore(({ database }) => database.prepare(isThere).get(step))).toBeDefined());
    await rig.restart();
    await rig.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    expect((await rig.graph.get(`${AUTOPILOT}/${ztdId}`)).status).toBe(404);
    const { timeline } = await rig.ask('devices.get', { id });
    expect(timeline.filter(({ sentence }) => sentence.includes('lists the device any more'))).toHaveLength(1);
  });

  test('a removal that is cancelled before anything was deleted leaves the device registered', async () => {
    rig = await startRegistrationRig();
    const { id } = await enrolledDevice();
    await rig.ask('jobs.pause', { paused: true });
    await deregister(id);
    const { jobs } = await rig.ask('jobs.list', { states: ['waiting'] });
    const ids = jobs.filter(({ kind }) => kind === 'deregister').map((job) => job.id);
    expect(await rig.ask('jobs.cancel', { ids })).toEqual({ changed: 1 });
    await rig.ask('jobs.pause', { paused: false });
    expect((await statusOf(id)).registration).toBe('registered');
    expect(rowsOf(await rig.graph.get(MANAGED))).toHaveLength(1);
  });
});
