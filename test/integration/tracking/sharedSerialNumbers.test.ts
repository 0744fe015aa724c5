import { afterEach, expect, test } from 'vitest';
import { importBody } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const IMPORT = '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities/import';

/** A fetch under which the list holds every device twice, the second time as another maker's. */
function doubling(isOn: () => boolean): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    const answer = await fetch(input, init);
    if (!isOn() || (init?.method ?? 'GET') !== 'GET' || new URL(url).pathname !== AUTOPILOT) return answer;
    const body: unknown = await answer.json();
    const rows: readonly unknown[] =
      typeof body === 'object' && body !== null && 'value' in body && Array.isArray(body.value) ? body.value : [];
    const others = rows.map(
      (row, index) => ({ ...Object(row), id: `other-${index}`, manufacturer: 'Acme' }) as unknown,
    );
    return Response.json({ value: [...rows, ...others] });
  };
}

test('a serial number that two registered devices share makes neither of them the one of the queue', async () => {
  let isDoubled = true;
  rig = await startRegistrationRig({}, { fetch: doubling(() => isDoubled) });
  await rig.graph.post(IMPORT, importBody([{ serialNumber: 'SHARED1' }]));
  rig.graph.tenant.advance(600);
  const [deviceId = ''] = rig.addDevices([{ serialNumber: 'SHARED1', manufacturer: null, model: null, hash: '' }]);
  const device = async () => (await rig.ask('devices.get', { id: deviceId })).device;

  await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [deviceId] });
  expect(await device()).toMatchObject({ registration: 'none', ztdId: null });

  isDoubled = false;
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  expect(await device()).toMatchObject({ registration: 'registered' });
});
