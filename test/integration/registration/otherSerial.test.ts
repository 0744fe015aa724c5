import { afterEach, expect, test } from 'vitest';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

/** A fetch under which the list of devices tells `theirs` wherever it holds `ours`. */
function renumbering(ours: string, theirs: string, isOn: () => boolean): typeof fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    if (!isOn() || answer.status === 204) return answer;
    const told = await answer.text();
    const text = told.includes('deploymentProfileAssignmentStatus')
      ? told.replaceAll(`"${ours}"`, `"${theirs}"`)
      : told;
    return new Response(text, { status: answer.status, headers: answer.headers });
  };
}

test('a tenant that answers with another serial number stops the device: nothing more is sent to it, and both are named', async () => {
  let isOther = true;
  rig = await startRegistrationRig({}, { fetch: renumbering('MINE1', 'THEIRS1', () => isOther) });
  const [id = ''] = rig.addDevices([{ serialNumber: 'MINE1', deviceName: 'BENCH-1' }]);
  const device = async () => (await rig.ask('devices.get', { id })).device;
  await rig.ask('registration.register', { deviceIds: [id] });

  const [progress] = (await rig.untilSettled([id])).devices;
  expect(progress).toMatchObject({ state: 'stuck', registration: 'registered' });
  expect(progress?.message).toMatch(/serial number THEIRS1, the queue under MINE1/);
  expect((await device()).nextStep).toMatchObject({ code: 'fixRegistration', registered: 'THEIRS1' });
  const { jobs } = await rig.ask('jobs.list', {});
  expect(jobs.map(({ kind, state, reason }) => [kind, state, reason?.code])).toContainEqual([
    'register',
    'failed',
    'registration.otherSerial',
  ]);
  expect(jobs.filter(({ kind }) => kind === 'change')).toEqual([]);
  const refused = await rig.ask('assignment.setGroupTag', { deviceIds: [id], groupTag: 'Sales' });
  expect(refused).toMatchObject({ queued: 0, refused: [{ reason: expect.stringContaining('THEIRS1') as unknown }] });
  await expect(rig.ask('bench.record', { deviceId: id, step: 'start' })).rejects.toThrow('THEIRS1');

  isOther = false;
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [id] });
  expect((await device()).nextStep.code).not.toBe('fixRegistration');
});
