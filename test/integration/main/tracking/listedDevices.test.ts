import { afterEach, expect, test } from 'vitest';
import { createListedDeviceStore } from '../../../../src/main/store/listedDeviceStore.ts';
import { serials, startRegistrationBench, type RegistrationBench } from '../../../fakes/registrationBench.ts';

let bench: RegistrationBench;
afterEach(async () => bench.close());

test('a refresh keeps what the tenant’s list holds besides the queue, for imports to be compared with', async () => {
  bench = await startRegistrationBench();
  const deviceIds = bench.addDevices(serials(2).map((serialNumber) => ({ serialNumber, groupTag: 'Kiosk' })));
  await bench.ask('registration.register', { deviceIds });
  await bench.untilSettled(deviceIds);
  const listed = () =>
    bench.withStore((store) =>
      [...createListedDeviceStore(store).ofTenant(bench.tenantId)].map(({ serialNumber, groupTag }) => [
        serialNumber,
        groupTag,
      ]),
    );

  await bench.ask('tracking.refresh', { tenantId: bench.tenantId });
  expect(listed()).toEqual([]);
  // A device that another Reseal registered: this queue does not know it.
  bench.withStore(({ database }) => {
    database.prepare(`UPDATE device SET ztd_id = NULL, serial_number = 'OTHER' WHERE id = ?`).run(deviceIds[0]);
  });
  await bench.ask('tracking.refresh', { tenantId: bench.tenantId });
  expect(listed()).toEqual([['FBK00001', 'Kiosk']]);
});
