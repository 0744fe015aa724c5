import { afterEach, expect, test } from 'vitest';
import { importBody, rowsOf } from '../../../fakes/practiceGraph.ts';
import { startRegistrationBench, type RegistrationBench } from '../../../fakes/registrationBench.ts';

let bench: RegistrationBench;
afterEach(async () => bench.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';

test('the deployment report is kept with the very device it is about, and stays when Microsoft forgets it', async () => {
  bench = await startRegistrationBench();
  const deviceIds = bench.addDevices([{ serialNumber: 'REPORT1', groupTag: 'Sales' }]);
  await bench.graph.post(
    '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities/import',
    importBody([{ serialNumber: 'ELSEWHERE1', groupTag: 'Sales' }]),
  );
  await bench.ask('registration.register', { deviceIds });
  expect((await bench.untilSettled(deviceIds)).counts.assigned).toBe(1);
  bench.graph.tenant.advance(600);
  for (const row of rowsOf(await bench.graph.get(AUTOPILOT))) {
    await bench.graph.post(`/practice/devices/${String(row['id'])}/technician-flow`, { result: 'success' });
  }
  await bench.ask('tracking.refresh', { tenantId: bench.tenantId, deviceIds });

  const [deviceId = ''] = deviceIds;
  expect(await bench.ask('tracking.readEvents', { tenantId: bench.tenantId })).toEqual({ read: 2, kept: 1 });
  expect(await bench.ask('tracking.readEvents', { tenantId: bench.tenantId })).toEqual({ read: 2, kept: 1 });
  await bench.graph.post('/practice/reset');

  const { events, readAt } = await bench.ask('tracking.events', { deviceId });
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

test('the report is read by itself where devices are at the bench, with what became of apps and policies', async () => {
  bench = await startRegistrationBench();
  const deviceIds = bench.addDevices([{ serialNumber: 'REPORT2', groupTag: 'Sales' }]);
  await bench.ask('registration.register', { deviceIds });
  expect((await bench.untilSettled(deviceIds)).counts.assigned).toBe(1);
  const [deviceId = ''] = deviceIds;
  const { ztdId } = (await bench.ask('devices.get', { id: deviceId })).device;
  await bench.ask('bench.record', { deviceId, step: 'start', overrideReason: 'TPM checked by hand' });
  await bench.graph.post(`/practice/devices/${ztdId ?? ''}/technician-flow`, { result: 'failure' });

  await bench.until(async () => {
    const { events } = await bench.ask('tracking.events', { deviceId });
    expect(events).toHaveLength(1);
    expect(events[0]?.properties).toContainEqual({ name: 'deploymentState', value: 'failure' });
    expect(events[0]?.policies.flat().map(({ name }) => name)).toContain('complianceStatus');
  });
});
