import { afterEach, expect, test } from 'vitest';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

test('a device that was deregistered begins anew when it is registered again: nothing of the old bench run counts', async () => {
  rig = await startRegistrationRig();
  const [id = ''] = rig.addDevices(serials(1).map((serialNumber) => ({ serialNumber })));
  const at = '2026-11-01T10:00:00.000Z';
  rig.withStore((store) =>
    createDeviceStore(store, () => new Date()).change(id, {
      registration: 'removed',
      remediation: 'attentionRequired',
      bench: 'succeeded',
      benchStartedAt: at,
      benchEndedAt: at,
      reseal: 'shipped',
      resealedAt: at,
      shippedAt: at,
    }),
  );
  await rig.ask('registration.register', { deviceIds: [id] });
  expect((await rig.untilSettled([id])).counts.assigned).toBe(1);
  const { device, timeline } = await rig.ask('devices.get', { id });
  expect(device).toMatchObject({ bench: 'notStarted', reseal: 'notResealed', shippedAt: null, remediation: 'none' });
  expect(device.nextStep.code).not.toBe('waitForUserFlow');
  expect(timeline).toContainEqual(expect.objectContaining({ subject: 'bench', from: 'succeeded', to: 'notStarted' }));
});
