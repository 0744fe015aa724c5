import { afterEach, expect, test } from 'vitest';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';
import { columnsWith } from '../../rigs/scanQueue.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

test('an erased device leaves a stone and an audit log that is whole, and nothing by which it could be known', async () => {
  rig = await startRegistrationRig();
  const [id = '', other = ''] = rig.addDevices(serials(2, 'STONE').map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds: [id, other] });
  await rig.untilSettled([id, other]);
  const { device } = await rig.ask('devices.get', { id });
  expect(await erase(id, 'STONE00001')).toMatchObject({
    ok: false,
    error: { code: 'blocked', remedy: 'Deregister it first: “Deregister” on its page, or “reseal deregister”.' },
  });

  const { target } = await rig.ask('removal.plan', { deviceId: id });
  await rig.ask('removal.deregister', { deviceId: id, confirmedSerialNumber: 'STONE00001', target, reason: 'sold' });
  await rig.until(async () => {
    expect((await rig.ask('devices.get', { id })).device.registration).toBe('removed');
  });
  await rig.until(async () => expect((await rig.ask('erasure.planDevice', { deviceId: id })).refusal).toBeNull());
  expect((await erase(id, 'STONE00002')).ok).toBe(false);
  const outcome = await erase(id, 'stone00001');
  expect(outcome).toMatchObject({ ok: true });

  const known = ['STONE00001', device.ztdId ?? 'none'];
  expect(rig.withStore((store) => columnsWith(store, known))).toEqual([]);
  const stones = rig.withStore(({ database }) => database.prepare('SELECT id, reason FROM erased_device').all());
  expect(stones).toEqual([{ id, reason: 'sold' }]);
  expect(rig.withStore(({ database }) => database.prepare('SELECT count(*) FROM hash_capture').pluck().get())).toBe(1);
  expect(rig.withStore(({ database }) => database.pragma('foreign_key_check'))).toEqual([]);
  const { entries } = await rig.ask('audit.list', {});
  expect(entries[0]?.sentence).toBe('Erased a device that was erased: sold');
  expect(entries.map(({ sentence }) => sentence).join()).toContain(
    'Deregistration of a device that was erased confirmed.',
  );
  expect(await rig.ask('audit.verify', {})).toMatchObject({ isWhole: true });
  expect(await rig.ask('devices.list', { tenantId: rig.tenantId })).toMatchObject({ total: 1, matching: 1 });
});

test('is refused while the device is marked “never register again”', async () => {
  rig = await startRegistrationRig();
  const [id = ''] = rig.addDevices(serials(1, 'DONOR').map((serialNumber) => ({ serialNumber })));
  await rig.ask('boards.markDonor', { deviceId: id, reason: 'gave its board' });
  expect((await rig.ask('erasure.planDevice', { deviceId: id })).refusal?.remedy).toContain('Lift the mark first');
});

const erase = (deviceId: string, confirmedSerialNumber: string) =>
  rig.dispatch('erasure.device', { deviceId, confirmedSerialNumber, reason: 'sold' });
