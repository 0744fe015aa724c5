import { afterEach, describe, expect, test } from 'vitest';
import { createDeviceLinkStore } from '../../../src/main/store/deviceLinkStore.ts';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const IDENTIFIERS = '/beta/deviceManagement/importedDeviceIdentities';
const ofTenant = () => ({ tenantId: rig.tenantId });

/** Corporate identifiers that somebody has uploaded, without the queue. */
async function upload(identifiers: readonly string[], type = 'manufacturerModelSerial'): Promise<void> {
  await rig.graph.post(`${IDENTIFIERS}/importDeviceIdentityList`, {
    importedDeviceIdentities: identifiers.map((importedDeviceIdentifier) => ({
      importedDeviceIdentifier,
      importedDeviceIdentityType: type,
    })),
    overwriteImportedDeviceIdentities: false,
  });
  await rig.until(async () => expect(rowsOf(await rig.graph.get(IDENTIFIERS)).length).toBeGreaterThan(0));
}

async function jobsOf(batchId: string) {
  return rig.until(async () => {
    const { jobs } = await rig.ask('jobs.list', { batchId });
    expect(jobs.every(({ finishedAt }) => finishedAt !== null)).toBe(true);
    return jobs;
  });
}

describe('the corporate identifiers of a tenant', () => {
  test('are read page by page, kept, and found by a part of the serial number', async () => {
    rig = await startRegistrationRig();
    expect(await rig.ask('identifiers.list', ofTenant())).toMatchObject({ readAt: null, matching: 0 });
    await upload(serials(1_203).map((serial) => `Fabrikam,Slate 13,${serial}`));
    await rig.until(async () =>
      expect(await rig.ask('identifiers.read', ofTenant())).toEqual({ rows: 1_203, isWhole: true }),
    );
    await rig.graph.close();
    const found = await rig.ask('identifiers.list', { ...ofTenant(), search: 'bk0120' });
    expect(found.identifiers.map(({ serialNumber }) => serialNumber)).toEqual([
      'FBK01200',
      'FBK01201',
      'FBK01202',
      'FBK01203',
    ]);
    expect(found).toMatchObject({ matching: 4, states: [{ state: 'notContacted', count: 1_203 }] });
    const second = await rig.ask('identifiers.list', { ...ofTenant(), offset: 1_200, limit: 10 });
    expect(second.identifiers).toHaveLength(3);
  });

  test('tell which device has enrolled, and name what has no serial number by all of it', async () => {
    rig = await startRegistrationRig();
    await upload(['Fabrikam,Slate 13,PREP1']);
    await upload(['490154203237518'], 'imei');
    const prepared = { serialNumber: 'PREP1', manufacturer: 'Fabrikam', model: 'Slate 13' };
    await rig.graph.post('/practice/device-preparation', prepared);
    await rig.until(async () => expect(await rig.ask('identifiers.read', ofTenant())).toMatchObject({ rows: 2 }));
    const { identifiers } = await rig.ask('identifiers.list', ofTenant());
    expect(identifiers).toMatchObject([
      { identifier: '490154203237518', type: 'imei', serialNumber: null, state: 'notContacted' },
      { ...prepared, state: 'enrolled', contactedAt: expect.any(String) as unknown },
    ]);
    const enrolled = await rig.ask('identifiers.list', { ...ofTenant(), state: 'enrolled' });
    expect(enrolled.identifiers).toHaveLength(1);
  });

  test('are removed exactly as shown, by way of the outbox, and the device of the queue says so', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = rig.addDevices([{ serialNumber: 'GONE1' }]);
    await upload(['Fabrikam,Slate 13,GONE1', 'Fabrikam,Slate 13,STAYS1']);
    await rig.until(async () => expect(await rig.ask('identifiers.read', ofTenant())).toMatchObject({ rows: 2 }));
    const [gone] = (await rig.ask('identifiers.list', ofTenant())).identifiers;
    const rows = [{ id: gone?.id ?? '', shown: gone?.identifier ?? '' }];
    const { batchId } = await rig.ask('identifiers.remove', { ...ofTenant(), rows });
    expect(await jobsOf(batchId)).toMatchObject([
      { state: 'done', deviceId, sentence: 'Remove the corporate identifier of GONE1', explanation: null },
    ]);
    expect(rowsOf(await rig.graph.get(IDENTIFIERS)).map((row) => row['importedDeviceIdentifier'])).toEqual([
      'Fabrikam,Slate 13,STAYS1',
    ]);
    const kept = await rig.ask('identifiers.list', ofTenant());
    expect(kept.identifiers.map(({ serialNumber }) => serialNumber)).toEqual(['STAYS1']);
    const { timeline } = await rig.ask('devices.get', { id: deviceId });
    expect(timeline[0]?.sentence).toBe('Intune holds its corporate identifier no more.');
  });

  test('one that is another than was shown stays, and one that is gone is as good as removed', async () => {
    rig = await startRegistrationRig();
    await upload(['Fabrikam,Slate 13,OTHER1']);
    await rig.ask('identifiers.read', ofTenant());
    const [{ id } = { id: '' }] = (await rig.ask('identifiers.list', ofTenant())).identifiers;
    const rows = [
      { id, shown: 'Fabrikam,Slate 13,SHOWN1' },
      { id: 'never-there', shown: 'Fabrikam,Slate 13,NEVER1' },
    ];
    const { batchId } = await rig.ask('identifiers.remove', { ...ofTenant(), rows });
    expect(await jobsOf(batchId)).toMatchObject([
      { state: 'failed', reason: { code: 'identifiers.otherNow', now: 'Fabrikam,Slate 13,OTHER1' } },
      { state: 'done', explanation: 'It was not there any more.' },
    ]);
    expect(rowsOf(await rig.graph.get(IDENTIFIERS))).toHaveLength(1);
  });
});

describe('the associations of a tenant', () => {
  const ASSOCIATED = '/beta/deviceManagement/tenantAssociatedDevices';
  const linkOf = (serialNumber: string): string =>
    Buffer.from(JSON.stringify({ DeviceInfo: { SerialNumber: serialNumber }, DeviceLinkKeyData: {} })).toString(
      'base64',
    );

  async function associate(serialNumber: string): Promise<void> {
    await rig.graph.post(`${ASSOCIATED}/importTenantAssociatedDevice`, { deviceLink: linkOf(serialNumber) });
    await rig.until(async () =>
      expect(rowsOf(await rig.graph.get(ASSOCIATED)).map((row) => row['serialNumber'])).toContain(serialNumber),
    );
  }

  test('are read back, and a device of the queue that somebody else has associated is for device preparation', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = rig.addDevices([{ serialNumber: 'LINKED1' }]);
    const scenarioName = async () => (await rig.ask('devices.get', { id: deviceId })).device.scenario.name;
    expect(await scenarioName()).not.toBe('devicePreparation');
    await associate('LINKED1');
    await rig.ask('identifiers.readAssociations', ofTenant());
    expect((await rig.ask('identifiers.associations', ofTenant())).associations).toMatchObject([
      { serialNumber: 'LINKED1', state: 'preassociated', managedDeviceId: null },
    ]);
    expect(await scenarioName()).toBe('devicePreparation');

    const [{ id } = { id: '' }] = rowsOf(await rig.graph.get(ASSOCIATED)).map((row) => ({ id: String(row['id']) }));
    await rig.graph.remove(`${ASSOCIATED}/${id}`);
    await rig.ask('identifiers.readAssociations', ofTenant());
    expect(await scenarioName()).not.toBe('devicePreparation');
  });

  test('are removed by their ids; that of an enrolled device is on its way out for a while', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = rig.addDevices([{ serialNumber: 'NEW1' }]);
    await associate('NEW1');
    await associate('ENROLLED1');
    const enrolled = { serialNumber: 'ENROLLED1', manufacturer: 'Fabrikam', model: 'Slate 13' };
    await rig.graph.post('/practice/device-preparation', enrolled);
    await rig.ask('identifiers.readAssociations', ofTenant());
    const { associations } = await rig.ask('identifiers.associations', ofTenant());
    expect(associations.map(({ state }) => state)).toEqual(['associated', 'preassociated']);
    const rows = associations.map(({ id, serialNumber }) => ({ id, shown: serialNumber ?? '' }));
    const { batchId } = await rig.ask('identifiers.dissociate', { ...ofTenant(), rows });
    expect((await jobsOf(batchId)).map(({ sentence, explanation }) => [sentence, explanation])).toEqual([
      ['Remove the association of ENROLLED1', 'Intune removes it when it next hears of the device.'],
      ['Remove the association of NEW1', null],
    ]);
    expect((await rig.ask('identifiers.associations', ofTenant())).associations).toMatchObject([
      { serialNumber: 'ENROLLED1', state: 'pendingRemoval' },
    ]);
    const { device } = await rig.ask('devices.get', { id: deviceId });
    expect(device.scenario.name).not.toBe('devicePreparation');
  });

  test('a device is bound to the only policy of device preparation, where that is known, by the data as it stands in the file', async () => {
    rig = await startRegistrationRig();
    await rig.ask('settings.write', { deviceLinkBeta: true });
    const serialNumbers = ['FREE1', 'BOUND1'];
    const deviceIds = rig.addDevices(serialNumbers.map((serialNumber) => ({ serialNumber })));
    rig.withStore((store) => {
      for (const [index, serialNumber] of serialNumbers.entries())
        createDeviceLinkStore(store).keep(rig.tenantId, deviceIds[index] ?? '', linkOf(serialNumber));
    });
    const done = (jobs: number) =>
      rig.until(async () => expect((await rig.ask('jobs.status', {})).jobs).toMatchObject({ done: jobs, waiting: 0 }));
    await rig.ask('identifiers.associateDevices', { deviceIds: deviceIds.slice(0, 1) });
    await done(1);
    const { policies } = await rig.ask('preparation.read', ofTenant());
    await rig.ask('identifiers.associateDevices', { deviceIds: deviceIds.slice(1) });
    await done(2);
    await rig.ask('identifiers.readAssociations', ofTenant());
    const { associations } = await rig.ask('identifiers.associations', ofTenant());
    expect(associations.map(({ serialNumber, policyId }) => [serialNumber, policyId])).toEqual([
      ['BOUND1', policies[0]?.policy.id],
      ['FREE1', null],
    ]);
  });

  test('a DeviceLink whose sending was cut off is looked for before it is sent again', async () => {
    const faults = [
      {
        effect: { kind: 'drop' as const, when: 'afterEffect' as const },
        path: '/deviceManagement/tenantAssociatedDevices/importTenantAssociatedDevice',
        count: 1,
      },
    ];
    rig = await startRegistrationRig({ faults: { faults } });
    await rig.ask('settings.write', { deviceLinkBeta: true });
    const [deviceId = ''] = rig.addDevices([{ serialNumber: 'CUT1' }]);
    await rig.ask('identifiers.associate', { ...ofTenant(), deviceLink: 'deviceLink:/1/?sn=CUT1&data=eA' });
    await rig.until(async () => {
      const { jobs } = await rig.ask('jobs.list', {});
      expect(jobs).toMatchObject([{ state: 'done', deviceId, explanation: null }]);
    });
    expect(rowsOf(await rig.graph.get(ASSOCIATED))).toHaveLength(1);
  });

  test('a device that is held elsewhere is not called associated here', async () => {
    rig = await startRegistrationRig();
    await rig.ask('settings.write', { deviceLinkBeta: true });
    await associate('HELD1');
    const [deviceId = ''] = rig.addDevices([{ serialNumber: 'ASKED1' }]);
    rig.withStore((store) => createDeviceLinkStore(store).keep(rig.tenantId, deviceId, linkOf('HELD1')));
    await rig.ask('identifiers.associateDevices', { deviceIds: [deviceId] });
    await rig.until(async () =>
      expect((await rig.ask('jobs.list', {})).jobs).toMatchObject([
        { state: 'failed', reason: { code: 'identifiers.conflict' } },
      ]),
    );
  });
});
