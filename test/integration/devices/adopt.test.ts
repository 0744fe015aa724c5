import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEVICES, importBody, rowsOf } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
/** Whether the network is gone. */
let isCut: boolean;
const fetch: typeof globalThis.fetch = (...call) =>
  isCut ? Promise.reject(new TypeError('fetch failed')) : globalThis.fetch(...call);
beforeEach(async () => {
  isCut = false;
  rig = await startRegistrationRig({}, { fetch });
});
afterEach(async () => rig.close());

/** Registers devices past the queue, as their maker does, and returns their ZTDIDs in the order given. */
async function registeredElsewhere(...devices: readonly { serialNumber: string; groupTag?: string }[]) {
  await rig.graph.post(
    '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities/import',
    importBody(devices.map(({ serialNumber, groupTag = '' }) => ({ serialNumber, groupTag }))),
  );
  rig.graph.tenant.advance(900);
  const rows = rowsOf(await rig.graph.get(DEVICES));
  return devices.map(({ serialNumber }) => String(rows.find((row) => row['serialNumber'] === serialNumber)?.['id']));
}
const refresh = () => rig.ask('tracking.refresh', { tenantId: rig.tenantId });
const inTenant = (filter: { search?: string; groupTag?: string; manufacturer?: string } = {}) =>
  rig.ask('devices.inTenant', { tenantId: rig.tenantId, ...filter });
const adopt = (...ztdIds: string[]) => rig.ask('devices.adopt', { tenantId: rig.tenantId, ztdIds });

test('what the tenant has and the queue has not is listed, filtered and counted', async () => {
  expect(await inTenant()).toMatchObject({ total: 0, rows: [], readAt: null });
  await registeredElsewhere(
    { serialNumber: 'OEM1', groupTag: 'Sales' },
    { serialNumber: 'OEM2', groupTag: 'sales' },
    { serialNumber: 'OEM3' },
  );
  await refresh();
  const all = await inTenant();
  expect(all).toMatchObject({ total: 3, matching: 3 });
  expect(all.readAt).not.toBeNull();
  expect(all.rows.map(({ serialNumber }) => serialNumber)).toEqual(['OEM1', 'OEM2', 'OEM3']);
  expect(all.groupTags).toEqual([
    { value: '', devices: 1 },
    { value: 'Sales', devices: 2 },
  ]);
  expect(await inTenant({ groupTag: 'SALES' })).toMatchObject({ total: 3, matching: 2 });
  expect(await inTenant({ groupTag: '' })).toMatchObject({ matching: 1 });
  expect((await inTenant({ search: 'oem3' })).rows).toHaveLength(1);
});

test('a device that somebody else registered comes in as Microsoft holds it, and never twice', async () => {
  const [ztdId = ''] = await registeredElsewhere({ serialNumber: 'OEM1', groupTag: 'Sales' });
  await refresh();
  const answer = await adopt(ztdId);
  expect(answer).toMatchObject({ adopted: 1, matched: 0, refused: [], isRead: true });
  const [id = ''] = answer.deviceIds;
  const { device, timeline } = await rig.ask('devices.get', { id });
  expect(device).toMatchObject({
    serialNumber: 'OEM1',
    groupTag: 'Sales',
    ztdId,
    registration: 'registered',
    registeredBy: 'other',
    profile: 'assigned',
  });
  expect(device.profileName).not.toBeNull();
  expect(timeline.map(({ sentence }) => sentence)).toContain('Registered by somebody else; taken in from the tenant.');
  expect(await inTenant()).toMatchObject({ total: 0 });

  const again = await adopt(ztdId.toUpperCase());
  expect(again).toMatchObject({ adopted: 0, deviceIds: [] });
  expect(again.refused).toEqual([
    { ztdId, serialNumber: 'OEM1', refusal: { code: 'devices.inQueue' }, reason: 'It is in the queue already.' },
  ]);
});

test('a device of the queue that is the same one gets the registration, and none is made beside it', async () => {
  const [ztdId = ''] = await registeredElsewhere({ serialNumber: 'OEM1' });
  const [id] = rig.addDevices([{ serialNumber: 'OEM1', manufacturer: 'Fabrikam', model: 'Fabrikam Slate 13' }]);
  expect(await adopt(ztdId)).toMatchObject({ adopted: 0, matched: 1, refused: [], deviceIds: [id] });
  expect((await rig.ask('devices.get', { id: id ?? '' })).device).toMatchObject({ ztdId, registration: 'registered' });
  expect(await rig.ask('devices.list', { tenantId: rig.tenantId })).toMatchObject({ total: 1 });
});

test('a device of which nobody can tell whether it is the one of the queue is left to a person', async () => {
  const [ztdId = ''] = await registeredElsewhere({ serialNumber: 'OEM1' });
  rig.addDevices([{ serialNumber: 'OEM1', manufacturer: null, model: null, productKeyId: null }]);
  const { adopted, refused } = await adopt(ztdId);
  expect(adopted).toBe(0);
  expect(refused[0]?.refusal).toEqual({ code: 'devices.cannotBeTold', serialNumber: 'OEM1' });
});

test('another maker’s device with the serial number is another device', async () => {
  const [ztdId = ''] = await registeredElsewhere({ serialNumber: 'OEM1' });
  rig.addDevices([{ serialNumber: 'OEM1', manufacturer: 'HP', model: 'EliteBook' }]);
  expect(await adopt(ztdId)).toMatchObject({ adopted: 1, matched: 0 });
});

test('a device that was taken off the queue comes back with all that was known of it', async () => {
  const [ztdId = ''] = await registeredElsewhere({ serialNumber: 'OEM1' });
  const [id = ''] = (await adopt(ztdId)).deviceIds;
  await rig.ask('devices.note', { id, note: 'Its lid is scratched.' });
  await rig.ask('devices.takeOff', { ids: [id] });
  expect(await adopt(ztdId)).toMatchObject({ adopted: 1, deviceIds: [id] });
  const { timeline } = await rig.ask('devices.get', { id });
  expect(timeline.map(({ sentence }) => sentence)).toContain('Its lid is scratched.');
});

test('a ZTDID that Microsoft does not know, and one of another tenant’s queue, are refused by name', async () => {
  const unknown = '99999999-2222-4333-8444-555555555555';
  const [ztdId = ''] = await registeredElsewhere({ serialNumber: 'OEM1' });
  await adopt(ztdId);
  rig.withStore(({ database }) => {
    database.exec(`INSERT INTO tenant (id, kind, name, colour, cloud, active, created_at)
      SELECT '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11', kind, 'Fabrikam', colour, cloud, 0, created_at FROM tenant LIMIT 1`);
    database.exec(`UPDATE device SET tenant_id = '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11'`);
  });
  expect((await adopt(unknown, ztdId)).refused.map(({ refusal }) => refusal)).toEqual([
    { code: 'devices.notRegistered' },
    { code: 'devices.inOtherQueue', tenantName: 'Fabrikam' },
  ]);
});

test('without the tenant its list as it was read last has to do, and the rest follows', async () => {
  const [ztdId = ''] = await registeredElsewhere({ serialNumber: 'OEM1', groupTag: 'Sales' });
  await refresh();
  isCut = true;
  const answer = await adopt(ztdId, '99999999-2222-4333-8444-555555555555');
  expect(answer).toMatchObject({ adopted: 1, isRead: false });
  expect(answer.refused.map(({ refusal }) => refusal)).toEqual([{ code: 'devices.notListed' }]);
  const [id = ''] = answer.deviceIds;
  const deviceNow = async () => (await rig.ask('devices.get', { id })).device;
  expect(await deviceNow()).toMatchObject({ ztdId, groupTag: 'Sales', registration: 'registered', profile: 'unknown' });
  isCut = false;
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [id] });
  expect(await deviceNow()).toMatchObject({ profile: 'assigned', registeredBy: 'other' });
});
