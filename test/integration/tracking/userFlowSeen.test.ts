import { afterEach, expect, test } from 'vitest';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

async function shippedDevice() {
  rig = await startRegistrationRig();
  const [id = ''] = rig.addDevices([{ serialNumber: 'USED0001', tpmVersion: '2.0' }]);
  await rig.ask('registration.register', { deviceIds: [id] });
  await rig.untilSettled([id]);
  const { ztdId } = await deviceOf(id);
  await record(id, 'start');
  await rig.graph.post(`/practice/devices/${ztdId}/technician-flow`, { result: 'success' });
  await record(id, 'success');
  await refresh(id);
  await record(id, 'reseal');
  await record(id, 'ship');
  return { id, ztdId };
}
const deviceOf = async (id: string) => (await rig.ask('devices.get', { id })).device;
const record = (deviceId: string, step: 'start' | 'success' | 'reseal' | 'ship') =>
  rig.ask('bench.record', { deviceId, step });
const refresh = (id: string) => rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [id] });

test('the user flow is over when Intune shows its user, and the history says who says so', async () => {
  const { id, ztdId } = await shippedDevice();
  expect((await deviceOf(id)).reseal).toBe('shipped');
  await rig.graph.post(`/practice/devices/${ztdId}/user-flow`, {});
  await refresh(id);
  const { device, timeline } = await rig.ask('devices.get', { id });
  expect(device).toMatchObject({ reseal: 'userFlowDone', nextStep: { code: 'done' } });
  expect(timeline.find(({ subject }) => subject === 'reseal')).toMatchObject({
    source: 'Intune',
    from: 'shipped',
    to: 'userFlowDone',
  });
});

test('where Intune’s devices may not be read, the end stays open, and nothing fails', async () => {
  const { id, ztdId } = await shippedDevice();
  const path = '/deviceManagement/managedDevices*';
  rig.graph.tenant.setFaults({ faults: [{ effect: { kind: 'forbidden' }, path }] });
  await rig.graph.post(`/practice/devices/${ztdId}/user-flow`, {});
  expect(await refresh(id)).toMatchObject({ read: 1, failed: 0 });
  expect((await deviceOf(id)).reseal).toBe('shipped');
});
