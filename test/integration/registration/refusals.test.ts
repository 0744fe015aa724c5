import { afterEach, describe, expect, test } from 'vitest';
import { hurryingClock } from '../../fakes/hurryingClock.ts';
import { importBody, inventedHash, rowsOf } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const IMPORTS = '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities';

async function registerAll(serialNumbers: readonly string[]) {
  const deviceIds = rig.addDevices(serialNumbers.map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds });
  const { devices } = await rig.untilSettled(deviceIds);
  return { deviceIds, bySerial: new Map(devices.map((device) => [device.serialNumber, device])) };
}

describe('what Microsoft refuses', () => {
  test('each refused device is stuck with its own reason, and the others of the batch are assigned', async () => {
    rig = await startRegistrationRig();
    const { bySerial } = await registerAll(['GOOD1', 'ZTD802A', 'OTHERTENANT1', 'ZTD814A', 'ZTD899A']);
    expect(bySerial.get('GOOD1')).toMatchObject({ state: 'assigned' });
    expect(bySerial.get('ZTD802A')).toMatchObject({
      state: 'stuck',
      registration: 'failed',
      registrationError: { code: 802, name: 'InvalidZtdHardwareHash' },
    });
    expect(bySerial.get('ZTD802A')?.message).toContain('Capture the hash again');
    expect(bySerial.get('OTHERTENANT1')).toMatchObject({
      registration: 'failed',
      registrationError: { code: 808, name: 'ZtdDeviceAssignedToOtherTenant' },
    });
    expect(bySerial.get('OTHERTENANT1')?.message).toContain('previous owner');
    expect(bySerial.get('ZTD814A')).toMatchObject({ registrationError: { code: 814 } });
    // Nobody knows this one: it is shown as it came.
    expect(bySerial.get('ZTD899A')?.message).toContain('ZtdPracticeError899, code 899');
    await rig.until(async () => expect(rowsOf(await rig.graph.get(IMPORTS))).toEqual([]));
    const { problems, jobs } = await rig.ask('jobs.status', { tenantId: rig.tenantId });
    expect(jobs.failed).toBe(4);
    expect(problems.filter((problem) => problem.startsWith('Register '))).toHaveLength(4);
    expect(problems.join()).toContain('Register OTHERTENANT1: ');
  });

  test.each([
    ['is another device’s', inventedHash('OTHER1'), /“OTHER1”.*“MINE1”.*Import the hash of this device/],
    ['is damaged', 'AAAA', /checksum is wrong/],
  ])('a hash that %s is not sent, and the device says so', async (_, hash, message) => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = rig.addDevices([{ serialNumber: 'MINE1', hash }]);
    await rig.ask('registration.register', { deviceIds: [deviceId] });

    const [device] = (await rig.untilSettled([deviceId])).devices;
    expect(device).toMatchObject({ registration: 'failed' });
    expect(device?.message).toMatch(message);
    expect(rowsOf(await rig.graph.get(IMPORTS))).toEqual([]);
  });

  test('a failed device that got a better hash is registered by asking again', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = rig.addDevices([{ serialNumber: 'MEND1', hash: 'AAAA' }]);
    await rig.ask('registration.register', { deviceIds: [deviceId] });
    expect((await rig.untilSettled([deviceId])).devices[0]).toMatchObject({ registration: 'failed' });
    rig.addCapture(deviceId, 'MEND1');
    await rig.ask('registration.register', { deviceIds: [deviceId] });
    expect((await rig.untilSettled([deviceId])).devices[0]).toMatchObject({ state: 'assigned' });
  });

  test('a device that is registered in this tenant already is recognised, and not sent', async () => {
    rig = await startRegistrationRig();
    await rig.graph.post(`${IMPORTS}/import`, importBody([{ serialNumber: 'THERE1' }]));
    rig.graph.tenant.advance(600);
    const { bySerial, deviceIds } = await registerAll(['THERE1']);
    expect(bySerial.get('THERE1')).toMatchObject({ state: 'assigned', registration: 'registered' });
    expect(rowsOf(await rig.graph.get(AUTOPILOT))).toHaveLength(1);
    const { timeline } = await rig.ask('devices.get', { id: deviceIds[0] ?? '' });
    expect(timeline.map(({ sentence }) => sentence)).not.toContain('Sent to Microsoft.');
  });

  test('806: Microsoft knows better than the list, and the device is found by its serial number', async () => {
    rig = await startRegistrationRig();
    await rig.graph.post(`${IMPORTS}/import`, importBody([{ serialNumber: 'LATE1' }]));
    const { bySerial } = await registerAll(['LATE1']);
    expect(bySerial.get('LATE1')).toMatchObject({ state: 'assigned' });
    expect(rowsOf(await rig.graph.get(AUTOPILOT))).toHaveLength(1);
  });

  test('806 without a device that could be found is explained', async () => {
    rig = await startRegistrationRig();
    const { bySerial } = await registerAll(['ZTD806A']);
    expect(bySerial.get('ZTD806A')).toMatchObject({ state: 'stuck', registrationError: { code: 806 } });
  });

  test('an error of Microsoft’s own is tried three times, five minutes apart', async () => {
    rig = await startRegistrationRig();
    const { bySerial, deviceIds } = await registerAll(['STORAGEERROR1']);
    expect(bySerial.get('STORAGEERROR1')).toMatchObject({
      state: 'stuck',
      registrationError: { name: 'StorageError' },
    });
    const { timeline } = await rig.ask('devices.get', { id: deviceIds[0] ?? '' });
    expect(timeline.filter(({ sentence }) => sentence === 'Sent to Microsoft.')).toHaveLength(3);
  });

  test('an import that never ends blocks nobody for ever, stays pending, and is given up with a reason', async () => {
    const { clock, hurry } = hurryingClock();
    rig = await startRegistrationRig({}, { clock });
    hurry(5);
    const { bySerial } = await registerAll(['STUCK1', 'FINE1']);
    expect(bySerial.get('FINE1')).toMatchObject({ state: 'assigned' });
    expect(bySerial.get('STUCK1')).toMatchObject({ state: 'stuck', registration: 'pending' });
    expect(bySerial.get('STUCK1')?.message).toContain('30 minutes');
  });

  test('a device without a hash, and one that is registered, are refused before anything is sent', async () => {
    rig = await startRegistrationRig();
    const { deviceIds } = await registerAll(['DONE1']);
    const [without = ''] = rig.addDevices([{ serialNumber: 'NOHASH1', hash: '' }]);
    expect(await rig.ask('registration.register', { deviceIds: [...deviceIds, without] })).toEqual({
      queued: 0,
      refused: [
        { serialNumber: 'DONE1', refusal: { code: 'registration.isRegistered' }, reason: 'It is registered already.' },
        {
          serialNumber: 'NOHASH1',
          refusal: { code: 'registration.hashMissing' },
          reason: 'There is no hardware hash of it. Import the hash first.',
        },
      ],
    });
  });

  test('a device whose group has no profile is stuck after an hour, and says where to look', async () => {
    const { clock, hurry } = hurryingClock();
    rig = await startRegistrationRig({}, { clock });
    hurry(5);
    const deviceIds = rig.addDevices([{ serialNumber: 'NOPROFILE1', groupTag: 'NoProfile' }]);
    await rig.ask('registration.register', { deviceIds });
    const [device] = (await rig.untilSettled(deviceIds)).devices;
    expect(device).toMatchObject({ state: 'stuck', registration: 'registered', profile: 'notAssigned' });
    expect(device?.message).toContain('Check the group tag');
  });

  test('an hour in which nobody looked is no hour without a profile', async () => {
    rig = await startRegistrationRig({}, { runsOutbox: false });
    const deviceIds = rig.addDevices([{ serialNumber: 'UNREAD1' }]);
    rig.withStore(({ database }) => {
      database
        .prepare(`UPDATE device SET registration = 'registered', registration_at = '2026-01-01T00:00:00.000Z'`)
        .run();
    });
    const { devices } = await rig.ask('registration.progress', { deviceIds });
    expect(devices).toMatchObject([{ state: 'waiting' }]);
  });
});
