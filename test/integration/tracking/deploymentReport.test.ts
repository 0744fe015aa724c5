import { afterEach, expect, test } from 'vitest';
import { importBody, rowsOf } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';

test('the deployment report is kept with the very device it is about, and stays when Microsoft forgets it', async () => {
  rig = await startRegistrationRig();
  const deviceIds = rig.addDevices([{ serialNumber: 'REPORT1', groupTag: 'Sales' }]);
  await rig.graph.post(
    '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities/import',
    importBody([{ serialNumber: 'ELSEWHERE1', groupTag: 'Sales' }]),
  );
  await rig.ask('registration.register', { deviceIds });
  expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(1);
  rig.graph.tenant.advance(600);
  for (const row of rowsOf(await rig.graph.get(AUTOPILOT))) {
    await rig.graph.post(`/practice/devices/${String(row['id'])}/technician-flow`, { result: 'success' });
  }
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds });

  const [deviceId = ''] = deviceIds;
  expect(await rig.ask('tracking.readEvents', { tenantId: rig.tenantId })).toEqual({ read: 2, kept: 1 });
  expect(await rig.ask('tracking.readEvents', { tenantId: rig.tenantId })).toEqual({ read: 2, kept: 1 });
  await rig.graph.post('/practice/reset');

  const { events, readAt } = await rig.ask('tracking.events', { deviceId });
  expect(readAt).not.toBeNull();
  expect(events).toHaveLength(1);
  expect(events[0]?.properties).toEqual(
    expect.arrayContaining([
      { name: 'deviceSerialNumber', value: 'REPORT1' },
      { name: 'deploymentState', value: 'success' },
      { name: 'deploymentDuration', value: 'PT24M10S' },
    ]),
  );
});

test('the report is read by itself where devices are at the bench, with what became of apps and policies where Microsoft tells', async () => {
  rig = await startRegistrationRig({ faults: { servesPolicyDetails: true } });
  const deviceIds = rig.addDevices([{ serialNumber: 'REPORT2', groupTag: 'Sales' }]);
  await rig.ask('registration.register', { deviceIds });
  expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(1);
  const [deviceId = ''] = deviceIds;
  const { ztdId } = (await rig.ask('devices.get', { id: deviceId })).device;
  await rig.ask('bench.record', { deviceId, step: 'start', overrideReason: 'TPM checked by hand' });
  await rig.graph.post(`/practice/devices/${ztdId ?? ''}/technician-flow`, { result: 'failure' });

  await rig.until(async () => {
    const { events } = await rig.ask('tracking.events', { deviceId });
    expect(events).toHaveLength(1);
    expect(events[0]?.properties).toContainEqual({ name: 'deploymentState', value: 'failure' });
    expect(events[0]?.policies.flat().map(({ name }) => name)).toContain('complianceStatus');
  });
});

test('the phase of a failure is taken from the report, once the bench has recorded the failure without one', async () => {
  rig = await startRegistrationRig();
  const deviceIds = rig.addDevices([{ serialNumber: 'PHASE1' }, { serialNumber: 'PHASE2' }]);
  await rig.ask('registration.register', { deviceIds });
  expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(2);
  const [untold = '', told = ''] = deviceIds;
  for (const deviceId of deviceIds) {
    await rig.ask('bench.record', { deviceId, step: 'start', overrideReason: 'TPM checked by hand' });
    const { ztdId } = (await rig.ask('devices.get', { id: deviceId })).device;
    await rig.graph.post(`/practice/devices/${ztdId ?? ''}/technician-flow`, { result: 'failure' });
  }
  const phases = async () => {
    await rig.ask('tracking.readEvents', { tenantId: rig.tenantId });
    return Promise.all(
      deviceIds.map(async (id) => (await rig.ask('devices.get', { id })).benchRuns.map(({ phase }) => phase)),
    );
  };
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds });
  expect(await phases()).toEqual([[null], [null]]);
  await rig.ask('bench.record', { deviceId: untold, step: 'failure' });
  await rig.ask('bench.record', { deviceId: told, step: 'failure', phase: 'devicePreparation' });
  expect(await phases()).toEqual([['deviceSetup'], ['devicePreparation']]);
  await phases();
  const said = (await rig.ask('devices.get', { id: untold })).timeline.filter(
    ({ source }) => source === 'Deployment report',
  );
  expect(said.map(({ sentence }) => sentence)).toEqual(['The technician flow failed in device setup.']);
});

test('a report without the statuses of policies, as since 2025, is kept all the same, and asked for them once', async () => {
  rig = await startRegistrationRig();
  const serials = ['REPORT3', 'REPORT4', 'REPORT5'];
  const deviceIds = rig.addDevices(serials.map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds });
  expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(3);
  for (const row of rowsOf(await rig.graph.get(AUTOPILOT))) {
    await rig.graph.post(`/practice/devices/${String(row['id'])}/technician-flow`);
  }
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds });
  expect(await rig.ask('tracking.readEvents', { tenantId: rig.tenantId })).toEqual({ read: 3, kept: 3 });
  const { events } = await rig.ask('tracking.events', { deviceId: deviceIds[0] ?? '' });
  expect(events).toMatchObject([{ policies: [] }]);
  const { byRoute } = (await rig.graph.get('/practice/stats')).body;
  expect(byRoute).toMatchObject({ 'GET /deviceManagement/autopilotEvents/*/policyStatusDetails': 1 });
});
