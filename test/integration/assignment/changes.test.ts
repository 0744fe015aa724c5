import { afterEach, describe, expect, test } from 'vitest';
import { hurryingClock } from '../../fakes/hurryingClock.ts';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const UPDATE = '/deviceManagement/windowsAutopilotDeviceIdentities/*/updateDeviceProperties';

async function registered(count: number, change: { readonly groupTag?: string } = {}): Promise<string[]> {
  const deviceIds = rig.addDevices(serials(count).map((serialNumber) => ({ serialNumber, ...change })));
  await rig.ask('registration.register', { deviceIds });
  expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(count);
  return deviceIds;
}

async function someUser(): Promise<{ readonly userPrincipalName: string; readonly displayName: string }> {
  const { users } = await rig.ask('directory.searchUsers', { tenantId: rig.tenantId, search: 'a' });
  const user = users.find(({ enabled, licensed }) => enabled === true && licensed === true);
  if (user === undefined) throw new Error('The practice tenant has no user to assign.');
  return user;
}

async function atMicrosoft(deviceId: string): Promise<Readonly<Record<string, unknown>>> {
  const { device } = await rig.ask('devices.get', { id: deviceId });
  return (await rig.graph.get(`${AUTOPILOT}/${device.ztdId ?? ''}`)).body;
}

const jobsOf = async (deviceId: string) =>
  (await rig.ask('jobs.list', {})).jobs.filter((job) => job.deviceId === deviceId && job.kind === 'change');

async function untilNothingWaits(): Promise<void> {
  await rig.until(async () => {
    const { jobs } = await rig.ask('jobs.status', {});
    expect(jobs).toMatchObject({ waiting: 0, leased: 0, retrying: 0 });
  });
}

describe('changing devices that are registered', () => {
  test('user, tag and name of many devices are sent together, read back, and seen', async () => {
    rig = await startRegistrationRig();
    const deviceIds = await registered(25);
    const user = await someUser();
    await rig.graph.send('DELETE', '/practice/stats');
    await rig.ask('jobs.pause', { paused: true });
    await rig.ask('assignment.assignUser', { deviceIds, ...user });
    await rig.ask('assignment.setGroupTag', { deviceIds, groupTag: 'Kiosk' });
    for (const [index, deviceId] of deviceIds.entries())
      await rig.ask('assignment.rename', { deviceIds: [deviceId], pattern: `PC-${index}X` });
    await rig.ask('jobs.pause', { paused: false });
    await untilNothingWaits();
    expect(await atMicrosoft(deviceIds[7] ?? '')).toMatchObject({
      userPrincipalName: user.userPrincipalName,
      addressableUserName: user.displayName,
      groupTag: 'Kiosk',
      displayName: 'PC-7X',
    });
    expect((await rig.ask('jobs.status', {})).jobs.failed).toBe(0);
    const { timeline } = await rig.ask('devices.get', { id: deviceIds[7] ?? '' });
    expect(timeline.map(({ sentence }) => sentence)).toContain('Microsoft shows the group tag Kiosk.');
  });

  test('a user is taken away again', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = await registered(1);
    await rig.ask('assignment.assignUser', { deviceIds: [deviceId], ...(await someUser()) });
    await untilNothingWaits();
    await rig.ask('assignment.unassignUser', { deviceIds: [deviceId] });
    await untilNothingWaits();
    expect((await atMicrosoft(deviceId))['userPrincipalName']).toBeFalsy();
  });

  test('a user that the directory does not know is never sent', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = await registered(1);
    await rig.ask('assignment.assignUser', {
      deviceIds: [deviceId],
      userPrincipalName: 'nobody@contoso-practice.example',
    });
    await untilNothingWaits();
    const [job] = await jobsOf(deviceId);
    expect(job).toMatchObject({ state: 'failed', sentence: 'Assign a user to FBK00001' });
    expect(job?.explanation).toContain('The directory does not know this user.');
    expect((await atMicrosoft(deviceId))['userPrincipalName']).toBeFalsy();
    expect((await rig.ask('devices.get', { id: deviceId })).device).toMatchObject({
      assignedUser: null,
      refusedWishes: [
        {
          property: 'user',
          value: 'nobody@contoso-practice.example',
          reason: { code: 'assignment.unknownUser' },
        },
      ],
    });
    const user = await someUser();
    await rig.ask('assignment.assignUser', { deviceIds: [deviceId], ...user });
    await untilNothingWaits();
    expect((await rig.ask('devices.get', { id: deviceId })).device).toMatchObject({
      assignedUser: user.userPrincipalName,
      refusedWishes: [],
    });
  });

  test('a device that Graph does not know yet is waited for, and not for ever', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = await registered(1);
    rig.graph.tenant.setFaults({ faults: [{ effect: { kind: 'notFound' }, path: UPDATE, count: 2 }] });
    await rig.ask('assignment.setGroupTag', { deviceIds: [deviceId], groupTag: 'Late' });
    await untilNothingWaits();
    expect((await jobsOf(deviceId))[0]).toMatchObject({ state: 'done', requestId: null });
    expect(await atMicrosoft(deviceId)).toMatchObject({ groupTag: 'Late' });

    rig.graph.tenant.setFaults({ faults: [{ effect: { kind: 'notFound' }, path: UPDATE }] });
    await rig.ask('assignment.setGroupTag', { deviceIds: [deviceId], groupTag: 'Never' });
    await untilNothingWaits();
    const [job] = await jobsOf(deviceId);
    expect(job).toMatchObject({ state: 'failed', requestId: expect.stringMatching(/.+/) as unknown });
    expect(JSON.stringify(rig.log.lines)).toContain('graph.refusedInBatch');
  });

  test('a change that Microsoft accepts without making it is sent once more', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = await registered(1);
    rig.graph.tenant.setFaults({ faults: [{ effect: { kind: 'ignoreWrite' }, path: UPDATE, count: 1 }] });
    await rig.ask('assignment.setGroupTag', { deviceIds: [deviceId], groupTag: 'Twice' });
    await untilNothingWaits();
    expect(await atMicrosoft(deviceId)).toMatchObject({ groupTag: 'Twice' });
    expect((await jobsOf(deviceId))[0]).toMatchObject({ state: 'done' });
  });

  test('one that is never made is given up, in words', async () => {
    const { clock, hurry } = hurryingClock();
    rig = await startRegistrationRig({}, { clock });
    const [deviceId = ''] = await registered(1);
    hurry(5);
    rig.graph.tenant.setFaults({ faults: [{ effect: { kind: 'ignoreWrite' }, path: UPDATE }] });
    await rig.ask('assignment.setGroupTag', { deviceIds: [deviceId], groupTag: 'Never' });
    await untilNothingWaits();
    expect((await jobsOf(deviceId))[0]).toMatchObject({ state: 'failed' });
    expect((await jobsOf(deviceId))[0]?.explanation).toContain('accepted it twice');
  });

  test('a user that is refused one way is assigned the other way', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = await registered(1);
    const user = await someUser();
    rig.graph.tenant.setFaults({ faults: [{ effect: { kind: 'badRequest' }, path: UPDATE }] });
    await rig.ask('assignment.assignUser', { deviceIds: [deviceId], ...user });
    await untilNothingWaits();
    expect(await atMicrosoft(deviceId)).toMatchObject({ userPrincipalName: user.userPrincipalName });
  });

  test('the last of several wishes is the one that comes true', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = await registered(1);
    for (const groupTag of ['One', 'Two', 'Three']) {
      await rig.ask('assignment.setGroupTag', { deviceIds: [deviceId], groupTag });
    }
    await untilNothingWaits();
    expect(await atMicrosoft(deviceId)).toMatchObject({ groupTag: 'Three' });
  });

  test('a changed tag brings the profile of another group, and the device says so', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = await registered(1);
    await rig.ask('assignment.setGroupTag', { deviceIds: [deviceId], groupTag: 'Hybrid' });
    await untilNothingWaits();
    await rig.until(async () => {
      await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [deviceId] });
      expect((await rig.ask('devices.get', { id: deviceId })).device.profileName).toBe('Hybrid pre-provision');
    });
  });
});

describe('changing devices that are not registered yet', () => {
  test('user and tag go along with the import, and only the name follows it', async () => {
    rig = await startRegistrationRig();
    const user = await someUser();
    const deviceIds = rig.addDevices([{ serialNumber: 'EARLY1' }]);
    const [deviceId = ''] = deviceIds;
    await rig.ask('assignment.assignUser', { deviceIds, ...user });
    await rig.ask('assignment.setGroupTag', { deviceIds, groupTag: 'Kiosk' });
    await rig.ask('assignment.rename', { deviceIds: [deviceId], pattern: 'EARLY-PC' });
    expect(await jobsOf(deviceId)).toEqual([]);
    await rig.ask('registration.register', { deviceIds });
    await rig.untilSettled(deviceIds);
    await untilNothingWaits();
    expect((await jobsOf(deviceId)).map(({ sentence }) => sentence)).toEqual(['Name EARLY1']);
    expect(await atMicrosoft(deviceId)).toMatchObject({
      userPrincipalName: user.userPrincipalName,
      groupTag: 'Kiosk',
      displayName: 'EARLY-PC',
    });
  });

  test('a change during the import waits for the registration, and then comes true', async () => {
    rig = await startRegistrationRig({ delays: { import: [60, 60] } });
    const deviceIds = rig.addDevices([{ serialNumber: 'DURING1', groupTag: 'Old' }]);
    const [deviceId = ''] = deviceIds;
    await rig.ask('registration.register', { deviceIds });
    await rig.until(async () => {
      expect((await rig.ask('devices.get', { id: deviceId })).device.registration).toBe('submitted');
    });
    await rig.ask('assignment.setGroupTag', { deviceIds, groupTag: 'New' });
    expect((await jobsOf(deviceId))[0]).toMatchObject({
      state: 'waiting',
      explanation: 'Waits until the device is registered.',
      nextAttemptAt: null,
    });
    await rig.untilSettled(deviceIds);
    await untilNothingWaits();
    expect(await atMicrosoft(deviceId)).toMatchObject({ groupTag: 'New' });
  });

  test('a user of the file whom the directory does not know stays behind, and is reported', async () => {
    rig = await startRegistrationRig();
    const deviceIds = rig.addDevices([{ serialNumber: 'WRONG1', assignedUser: 'typo@contoso-practice.example' }]);
    await rig.ask('registration.register', { deviceIds });
    expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(1);
    await untilNothingWaits();
    expect((await atMicrosoft(deviceIds[0] ?? ''))['userPrincipalName']).toBeFalsy();
    expect((await jobsOf(deviceIds[0] ?? ''))[0]).toMatchObject({ state: 'failed' });
    expect(rowsOf(await rig.graph.get(AUTOPILOT))).toHaveLength(1);
  });
});

describe('naming many devices by a pattern', () => {
  test('is looked at before, sends the good names, and refuses the others with their reasons', async () => {
    rig = await startRegistrationRig();
    const deviceIds = await registered(3);
    deviceIds.push(...rig.addDevices([{ serialNumber: 'VERYLONGSERIAL1' }]));
    const naming = { deviceIds, pattern: 'L%NUMBER%-%SERIAL%', firstNumber: 5 };
    const look = await rig.ask('assignment.names', naming);
    expect(look).toMatchObject({ named: 3, refused: 1, problems: [{ serialNumber: 'VERYLONGSERIAL1' }] });
    expect(look.examples[0]).toEqual({ serialNumber: 'FBK00001', deviceName: 'L5-FBK00001' });
    const { queued, refused } = await rig.ask('assignment.rename', naming);
    expect({ queued, refused }).toEqual({ queued: 3, refused: look.problems });
    await untilNothingWaits();
    expect(await atMicrosoft(deviceIds[2] ?? '')).toMatchObject({ displayName: 'L7-FBK00003' });
  });
});

test('a kiosk is left out where a user is assigned, until somebody insists', async () => {
  rig = await startRegistrationRig();
  const [kiosk = '', laptop = ''] = rig.addDevices([
    { serialNumber: 'KIOSK01', chosenScenario: 'selfDeploying' },
    { serialNumber: 'LAPTOP01' },
  ]);
  const wish = { deviceIds: [kiosk, laptop], userPrincipalName: 'ada@contoso.com' };
  expect(await rig.ask('assignment.assignUser', wish)).toMatchObject({
    queued: 1,
    refused: [{ serialNumber: 'KIOSK01', refusal: { code: 'assignment.userIgnored' } }],
  });
  expect((await rig.ask('devices.get', { id: kiosk })).device.assignedUser).toBeNull();
  expect(await rig.ask('assignment.assignUser', { ...wish, insists: true })).toMatchObject({ queued: 2, refused: [] });
});
