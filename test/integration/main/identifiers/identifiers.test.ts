import { afterEach, describe, expect, test } from 'vitest';
import { createDeviceLinkStore } from '../../../../src/main/store/deviceLinkStore.ts';
import { rowsOf } from '../../../fakes/practiceGraph.ts';
import { serials, startRegistrationBench, type RegistrationBench } from '../../../fakes/registrationBench.ts';

let bench: RegistrationBench;
afterEach(async () => bench.close());

const IDENTIFIERS = '/beta/deviceManagement/importedDeviceIdentities';
const UPLOAD = '/deviceManagement/importedDeviceIdentities/importDeviceIdentityList';

async function jobsSettled() {
  return bench.until(async () => {
    const { jobs } = await bench.ask('jobs.list', {});
    expect(jobs.every(({ state }) => state === 'done' || state === 'failed')).toBe(true);
    return jobs;
  });
}

describe('corporate identifiers', () => {
  test('are uploaded, looked up, and noted in the history of each device', async () => {
    bench = await startRegistrationBench();
    const deviceIds = bench.addDevices(serials(3).map((serialNumber) => ({ serialNumber })));
    expect(await bench.ask('identifiers.upload', { deviceIds })).toEqual({ queued: 3, refused: [] });
    expect((await jobsSettled()).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(rowsOf(await bench.graph.get(IDENTIFIERS)).map((row) => row['importedDeviceIdentifier'])).toEqual(
      serials(3).map((serialNumber) => `Fabrikam,Fabrikam Slate 13,${serialNumber}`),
    );
    const { timeline } = await bench.ask('devices.get', { id: deviceIds[0] ?? '' });
    expect(timeline[0]).toMatchObject({ sentence: 'Intune holds the corporate identifier.', source: 'Microsoft' });
  });

  test('a comma in a part, or a missing model, is refused with its reason before anything is sent', async () => {
    bench = await startRegistrationBench();
    const deviceIds = bench.addDevices([
      { serialNumber: 'COMMA1', manufacturer: 'Micro-Star International Co., Ltd.' },
      { serialNumber: 'NOMODEL1', model: null },
    ]);
    const { queued, refused } = await bench.ask('identifiers.upload', { deviceIds });
    expect(queued).toBe(0);
    expect(refused.map(({ serialNumber, reason }) => `${serialNumber}: ${reason}`)).toEqual([
      'COMMA1: “Micro-Star International Co., Ltd.” holds a comma, which separates the parts of an identifier, so Intune cannot match it.',
      'NOMODEL1: A corporate identifier needs manufacturer, model and serial number. Import the hash.',
    ]);
    expect((await bench.ask('jobs.list', {})).total).toBe(0);
  });

  test('one row that Intune refuses is found by halves, and costs the others nothing', async () => {
    // Refused: all eight, the first four, the first two, the first one.
    const faults = [{ effect: { kind: 'badRequest' as const }, path: UPLOAD, count: 4 }];
    bench = await startRegistrationBench({ faults: { faults } });
    const deviceIds = bench.addDevices(serials(8).map((serialNumber) => ({ serialNumber })));
    await bench.ask('identifiers.upload', { deviceIds });
    const jobs = await jobsSettled();
    const failed = jobs.filter(({ state }) => state === 'failed');
    expect(failed.map(({ serialNumber }) => serialNumber)).toEqual(['FBK00001']);
    expect(failed[0]?.explanation).toContain('Intune refuses this identifier');
    expect(rowsOf(await bench.graph.get(IDENTIFIERS))).toHaveLength(7);
  });

  test('what was uploaded before is left as it is', async () => {
    bench = await startRegistrationBench();
    const deviceIds = bench.addDevices([{ serialNumber: 'TWICE1' }]);
    await bench.ask('identifiers.upload', { deviceIds });
    await jobsSettled();
    await bench.ask('identifiers.upload', { deviceIds });
    expect((await jobsSettled()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(rowsOf(await bench.graph.get(IDENTIFIERS))).toHaveLength(1);
  });
});

describe('a DeviceLink', () => {
  const deviceLink = 'deviceLink:/1/?sn=LINK1&data=SECRETOFTHEDEVICE';

  test('is refused while the beta is switched off, which it is at first', async () => {
    bench = await startRegistrationBench();
    await expect(bench.ask('identifiers.associate', { tenantId: bench.tenantId, deviceLink })).rejects.toThrow(
      'switched off',
    );
  });

  test('associates the device, once however often it is scanned, and is then forgotten', async () => {
    bench = await startRegistrationBench();
    await bench.ask('settings.write', { deviceLinkBeta: true });
    const [deviceId = ''] = bench.addDevices([{ serialNumber: 'LINK1' }]);
    for (const explanation of [null, 'It was associated with a tenant already.']) {
      await bench.ask('identifiers.associate', { tenantId: bench.tenantId, deviceLink });
      const [job] = await jobsSettled();
      expect(job).toMatchObject({ state: 'done', deviceId, explanation });
    }
    const { timeline } = await bench.ask('devices.get', { id: deviceId });
    expect(timeline.map(({ sentence }) => sentence)).toContain('Associated with the tenant by DeviceLink.');
    const kept = bench.withStore(({ database }) => [
      database.prepare('SELECT * FROM device_link').all(),
      database.prepare('SELECT * FROM job').all(),
      database.prepare('SELECT * FROM audit_event').all(),
    ]);
    expect(kept[0]).toEqual([]);
    expect(JSON.stringify([kept, bench.log.lines])).not.toContain('SECRETOFTHEDEVICE');
  });

  test('that a file brought is kept with its device, and associates it when a person asks for it', async () => {
    bench = await startRegistrationBench();
    const [deviceId = '', without = ''] = bench.addDevices([{ serialNumber: 'LINK1' }, { serialNumber: 'NOLINK' }]);
    bench.withStore((store) => createDeviceLinkStore(store).keep(bench.tenantId, deviceId, deviceLink));
    await expect(bench.ask('identifiers.associateDevices', { deviceIds: [deviceId] })).rejects.toThrow('switched off');
    await bench.ask('settings.write', { deviceLinkBeta: true });
    // Another link on its way leaves it alone.
    await bench.ask('identifiers.associate', { tenantId: bench.tenantId, deviceLink: `${deviceLink}OTHER` });
    await jobsSettled();

    expect(await bench.ask('identifiers.associateDevices', { deviceIds: [deviceId, without] })).toMatchObject({
      queued: 1,
      refused: [{ serialNumber: 'NOLINK', reason: expect.stringContaining('no DeviceLink') as unknown }],
    });
    const jobs = await jobsSettled();
    expect(jobs).toMatchObject([{ state: 'done', deviceId }, { state: 'done' }]);
    expect(bench.withStore(({ database }) => database.prepare('SELECT * FROM device_link').all())).toEqual([]);
    expect(JSON.stringify([jobs, bench.log.lines])).not.toContain('SECRETOFTHEDEVICE');
  });

  test('another code is not sent', async () => {
    bench = await startRegistrationBench();
    await bench.ask('settings.write', { deviceLinkBeta: true });
    await expect(
      bench.ask('identifiers.associate', { tenantId: bench.tenantId, deviceLink: '5CG1234567' }),
    ).rejects.toThrow('not a DeviceLink');
  });
});
