import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEVICES, importBody, rowsOf } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
beforeEach(async () => {
  rig = await startRegistrationRig();
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
