import { afterEach, expect, test } from 'vitest';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

test('a device that is found in the tenant while its import is answered stays registered', async () => {
  let deviceId = '';
  rig = await startRegistrationRig(
    {},
    {
      async fetch(...request) {
        const answer = await globalThis.fetch(...request);
        // The list of the tenant was read before the answer came, as the tracker may.
        if (new Request(...request).url.endsWith('/importedWindowsAutopilotDeviceIdentities/import')) {
          rig.withStore(({ database }) => {
            database.prepare(`UPDATE device SET registration = 'registered' WHERE id = ?`).run(deviceId);
          });
        }
        return answer;
      },
    },
  );
  [deviceId = ''] = rig.addDevices(serials(1).map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds: [deviceId] });
  await rig.untilSettled([deviceId]);

  const { device, timeline } = await rig.ask('devices.get', { id: deviceId });
  expect(device.registration).toBe('registered');
  const told = timeline.filter(({ subject }) => subject === 'registration').map(({ to }) => to);
  expect(told).not.toContain('submitted');
  expect(told).not.toContain('pending');
});
