import { afterEach, expect, test } from 'vitest';
import { createDeviceStore } from '../../../../src/main/store/deviceStore.ts';
import { serials, startRegistrationBench, type RegistrationBench } from '../../../fakes/registrationBench.ts';

let bench: RegistrationBench;
afterEach(async () => bench.close());

test('a device that was deregistered begins anew when it is registered again: nothing of the old bench run counts', async () => {
  bench = await startRegistrationBench();
  const [id = ''] = bench.addDevices(serials(1).map((serialNumber) => ({ serialNumber })));
  const at = '2026-11-01T10:00:00.000Z';
  bench.withStore((store) =>
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
  await bench.ask('registration.register', { deviceIds: [id] });
  expect((await bench.untilSettled([id])).counts.assigned).toBe(1);
  const { device, timeline } = await bench.ask('devices.get', { id });
  expect(device).toMatchObject({ bench: 'notStarted', reseal: 'notResealed', shippedAt: null, remediation: 'none' });
  expect(device.nextStep.code).not.toBe('waitForUserFlow');
  expect(timeline).toContainEqual(expect.objectContaining({ subject: 'bench', from: 'succeeded', to: 'notStarted' }));
});
