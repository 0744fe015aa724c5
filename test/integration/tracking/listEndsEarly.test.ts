import { afterEach, expect, test } from 'vitest';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const IMPORTS = '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities';

/** A fetch that answers a list with its first row only and a link to itself, as Graph does now and then. */
function cuttingShort(list: string, isOn: () => boolean): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    const answer = await fetch(input, init);
    if (!isOn() || (init?.method ?? 'GET') !== 'GET' || !new URL(url).pathname.endsWith(list)) return answer;
    const body: unknown = await answer.json();
    const rows =
      typeof body === 'object' && body !== null && 'value' in body && Array.isArray(body.value) ? body.value : [];
    return Response.json({ value: rows.slice(0, 1), '@odata.nextLink': url });
  };
}

test('a list that ends early takes no device away, and what it lacks is read device by device', async () => {
  let isCut = false;
  rig = await startRegistrationRig({}, { fetch: cuttingShort(AUTOPILOT, () => isCut) });
  const deviceIds = rig.addDevices(serials(3).map((serialNumber) => ({ serialNumber, groupTag: 'Sales' })));
  await rig.ask('registration.register', { deviceIds });
  expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(3);
  rig.withStore(({ database }) => {
    database.prepare(`UPDATE device SET registration_at = '2026-01-01T00:00:00.000Z'`).run();
  });
  const device = async (id: string) => (await rig.ask('devices.get', { id })).device;
  const last = deviceIds.at(-1) ?? '';

  isCut = true;
  const refreshed = await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  expect(refreshed).toMatchObject({ read: 1, failed: 0, isWhole: false });
  for (const id of deviceIds) expect((await device(id)).registration).toBe('registered');

  await rig.graph.remove(`${AUTOPILOT}/${(await device(last)).ztdId ?? ''}`);
  rig.graph.tenant.advance(3_600);
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  expect(await Promise.all(deviceIds.map(async (id) => (await device(id)).registration))).toEqual([
    'registered',
    'registered',
    'removed',
  ]);
});

test('an import whose record the list lacks is followed by its record all the same', async () => {
  rig = await startRegistrationRig({}, { fetch: cuttingShort(IMPORTS, () => true) });
  const deviceIds = rig.addDevices(['GOOD1', 'OTHERTENANT1'].map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds });
  const { devices } = await rig.untilSettled(deviceIds);
  expect(devices.find(({ serialNumber }) => serialNumber === 'OTHERTENANT1')).toMatchObject({
    state: 'stuck',
    registration: 'failed',
    registrationError: { code: 808 },
  });
  // Their records are cleaned up, since they were read to the end.
  await rig.until(async () => {
    expect((await rig.graph.get(IMPORTS)).body).toMatchObject({ value: [] });
  });
});
