import { afterEach, beforeEach, expect, test } from 'vitest';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
beforeEach(async () => {
  rig = await startRegistrationRig();
});
afterEach(() => rig.close());

test('a device whose row cannot be read keeps nobody from following the others, and is not offered as a new one', async () => {
  const deviceIds = rig.addDevices(serials(3).map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds });
  await rig.untilSettled(deviceIds);
  const [broken = '', ...others] = deviceIds;
  rig.withStore(({ database }) => {
    database.prepare(`UPDATE device SET bench_error = 'broken' WHERE id = ?`).run(broken);
    database.prepare(`UPDATE device SET model = NULL, manufacturer = NULL WHERE id <> ?`).run(broken);
  });
  const { tenantId } = rig;
  for (const depth of ['list', 'full'] as const) {
    expect(await rig.ask('tracking.refresh', { tenantId, depth })).toMatchObject({ read: 3, failed: 0 });
  }
  const { devices } = await rig.ask('devices.list', { limit: 10 });
  expect(devices.map(({ id, model }) => [id, model !== null]).sort()).toEqual(others.map((id) => [id, true]).sort());
  expect(await rig.ask('devices.inTenant', { tenantId, offset: 0, limit: 10 })).toMatchObject({ total: 0 });
  expect((await rig.ask('backups.health', {})).setAside).toMatchObject([{ table: 'device', id: broken }]);
});
