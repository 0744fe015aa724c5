import { afterEach, expect, test } from 'vitest';
import { createListedDeviceStore } from '../../../src/main/store/listedDeviceStore.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

test('a refresh keeps what the tenant’s list holds besides the queue, for imports to be compared with', async () => {
  rig = await startRegistrationRig();
  const deviceIds = rig.addDevices(serials(2).map((serialNumber) => ({ serialNumber, groupTag: 'Kiosk' })));
  await rig.ask('registration.register', { deviceIds });
  await rig.untilSettled(deviceIds);
  const listed = () =>
    rig.withStore((store) =>
      [...createListedDeviceStore(store).ofTenant(rig.tenantId)].map(({ serialNumber, groupTag }) => [
        serialNumber,
        groupTag,
      ]),
    );

  await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  expect(listed()).toEqual([]);
  // A device that another Reseal registered: this queue does not know it.
  rig.withStore(({ database }) => {
    database.prepare(`UPDATE device SET ztd_id = NULL, serial_number = 'OTHER' WHERE id = ?`).run(deviceIds[0]);
  });
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  expect(listed()).toEqual([['FBK00001', 'Kiosk']]);
});
