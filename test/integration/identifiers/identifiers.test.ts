import { afterEach, describe, expect, test } from 'vitest';
import { createDeviceLinkStore } from '../../../src/main/store/deviceLinkStore.ts';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const IDENTIFIERS = '/beta/deviceManagement/importedDeviceIdentities';
const UPLOAD = '/deviceManagement/importedDeviceIdentities/importDeviceIdentityList';

async function jobsSettled() {
  return rig.until(async () => {
    const { jobs } = await rig.ask('jobs.list', {});
    expect(jobs.every(({ state }) => state === 'done' || state === 'failed')).toBe(true);
    return jobs;
  });
}

describe('corporate identifiers', () => {
  test('are uploaded, looked up, and noted in the history of each device', async () => {
    rig = await startRegistrationRig();
    const deviceIds = rig.addDevices(serials(3).map((serialNumber) => ({ serialNumber })));
    expect(await rig.ask('identifiers.upload', { deviceIds })).toEqual({ queued: 3, refused: [], changed: [] });
    expect((await jobsSettled()).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(rowsOf(await rig.graph.get(IDENTIFIERS)).map((row) => row['importedDeviceIdentifier'])).toEqual(
      serials(3).map((serialNumber) => `Fabrikam,Fabrikam Slate 13,${serialNumber}`),
    );
    const { timeline } = await rig.ask('devices.get', { id: deviceIds[0] ?? '' });
    expect(timeline[0]).toMatchObject({ sentence: 'Intune holds the corporate identifier.', source: 'Microsoft' });
  });

  test('a serial number is sent and looked up without its periods, and the answer names it', async () => {
    rig = await startRegistrationRig();
    const deviceIds = rig.addDevices([{ serialNumber: 'FB.0001.24', manufacturer: 'Fabrikam Inc.' }]);
    const { changed } = await rig.ask('identifiers.upload', { deviceIds });
    expect(changed.map(({ sentence }) => sentence)).toEqual([
      'The serial number “FB.0001.24” goes out as “FB000124”: Microsoft wants no periods in it.',
    ]);
    expect((await jobsSettled()).map(({ state }) => state)).toEqual(['done']);
    expect(rowsOf(await rig.graph.get(IDENTIFIERS)).map((row) => row['importedDeviceIdentifier'])).toEqual([
      'Fabrikam Inc.,Fabrikam Slate 13,FB000124',
    ]);
  });

  test('a comma in a part, or a missing model, is refused with its reason before anything is sent', async () => {
    rig = await startRegistrationRig();
    const deviceIds = rig.addDevices([
      { serialNumber: 'COMMA1', manufacturer: 'Micro-Star International Co., Ltd.' },
      { serialNumber: 'NOMODEL1', model: null },
    ]);
    const { queued, refused } = await rig.ask('identifiers.upload', { deviceIds });
    expect(queued).toBe(0);
    expect(refused.map(({ serialNumber, reason }) => `${serialNumber}: ${reason}`)).toEqual([
      'COMMA1: “Micro-Star International Co., Ltd.” holds a comma, which separates the parts of an identifier, so Intune cannot match it.',
      'NOMODEL1: A corporate identifier needs manufacturer, model and serial number. Import the hash.',
    ]);
    expect((await rig.ask('jobs.list', {})).total).toBe(0);
  });

  test('one row that Intune refuses is found by halves, and costs the others nothing', async () => {
    // Refused: all eight, the first four, the first two, the first one.
    const faults = [{ effect: { kind: 'badRequest' as const }, path: UPLOAD, count: 4 }];
    rig = await startRegistrationRig({ faults: { faults } });
    const deviceIds = rig.addDevices(serials(8).map((serialNumber) => ({ serialNumber })));
    await rig.ask('identifiers.upload', { deviceIds });
    const jobs = await jobsSettled();
    const failed = jobs.filter(({ state }) => state === 'failed');
    expect(failed.map(({ serialNumber }) => serialNumber)).toEqual(['FBK00001']);
    expect(failed[0]?.explanation).toContain('Intune refuses this identifier');
    expect(rowsOf(await rig.graph.get(IDENTIFIERS))).toHaveLength(7);
  });

  test('what was uploaded before is left as it is', async () => {
    rig = await startRegistrationRig();
    const deviceIds = rig.addDevices([{ serialNumber: 'TWICE1' }]);
    await rig.ask('identifiers.upload', { deviceIds });
    await jobsSettled();
    await rig.ask('identifiers.upload', { deviceIds });
    expect((await jobsSettled()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(rowsOf(await rig.graph.get(IDENTIFIERS))).toHaveLength(1);
  });
});

describe('a DeviceLink', () => {
  const deviceLink = 'deviceLink:/1/?sn=LINK1&data=SECRETOFTHEDEVICE';

  test('is refused while the beta is switched off, which it is at first', async () => {
    rig = await startRegistrationRig();
    await expect(rig.ask('identifiers.associate', { tenantId: rig.tenantId, deviceLink })).rejects.toThrow(
      'switched off',
    );
  });

  test('associates the device, once however often it is scanned, and is then forgotten', async () => {
    rig = await startRegistrationRig();
    await rig.ask('settings.write', { deviceLinkBeta: true });
    const [deviceId = ''] = rig.addDevices([{ serialNumber: 'LINK1' }]);
    for (const explanation of [null, 'It was associated with a tenant already.']) {
      await rig.ask('identifiers.associate', { tenantId: rig.tenantId, deviceLink });
      const [job] = await jobsSettled();
      expect(job).toMatchObject({ state: 'done', deviceId, explanation });
    }
    const { timeline } = await rig.ask('devices.get', { id: deviceId });
    expect(timeline.map(({ sentence }) => sentence)).toContain('Associated with the tenant by DeviceLink.');
    const kept = rig.withStore(({ database }) => [
      database.prepare('SELECT * FROM device_link').all(),
      database.prepare('SELECT * FROM job').all(),
      database.prepare('SELECT * FROM audit_event').all(),
    ]);
    expect(kept[0]).toEqual([]);
    expect(JSON.stringify([kept, rig.log.lines])).not.toContain('SECRETOFTHEDEVICE');
  });

  test('that a file brought is kept with its device, and associates it when a person asks for it', async () => {
    rig = await startRegistrationRig();
    const [deviceId = '', without = ''] = rig.addDevices([{ serialNumber: 'LINK1' }, { serialNumber: 'NOLINK' }]);
    rig.withStore((store) => createDeviceLinkStore(store).keep(rig.tenantId, deviceId, deviceLink));
    await expect(rig.ask('identifiers.associateDevices', { deviceIds: [deviceId] })).rejects.toThrow('switched off');
    await rig.ask('settings.write', { deviceLinkBeta: true });
    // Another link on its way leaves it alone.
    await rig.ask('identifiers.associate', { tenantId: rig.tenantId, deviceLink: `${deviceLink}OTHER` });
    await jobsSettled();

    expect(await rig.ask('identifiers.associateDevices', { deviceIds: [deviceId, without] })).toMatchObject({
      queued: 1,
      refused: [{ serialNumber: 'NOLINK', reason: expect.stringContaining('no DeviceLink') as unknown }],
    });
    const jobs = await jobsSettled();
    expect(jobs).toMatchObject([{ state: 'done', deviceId }, { state: 'done' }]);
    expect(rig.withStore(({ database }) => database.prepare('SELECT * FROM device_link').all())).toEqual([]);
    expect(JSON.stringify([jobs, rig.log.lines])).not.toContain('SECRETOFTHEDEVICE');
  });

  test('another code is not sent', async () => {
    rig = await startRegistrationRig();
    await rig.ask('settings.write', { deviceLinkBeta: true });
    await expect(
      rig.ask('identifiers.associate', { tenantId: rig.tenantId, deviceLink: '5CG1234567' }),
    ).rejects.toThrow('not a DeviceLink');
  });
});
