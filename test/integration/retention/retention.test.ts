import { afterEach, expect, test, vi } from 'vitest';
import { hurryingClock } from '../../fakes/hurryingClock.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';
import { columnsWith } from '../../rigs/scanQueue.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

test('nothing goes by its age until a setting asks for it', async () => {
  rig = await startRegistrationRig();
  await rig.ask('settings.write', { technicianInitials: 'AL' });
  expect(await rig.ask('retention.plan', {})).toEqual({
    isOn: false,
    users: 0,
    hashDevices: 0,
    hashes: 0,
    historyLines: 0,
    shiftNotes: 0,
    auditRows: 0,
  });
  const { total } = await rig.ask('audit.list', {});
  await rig.ask('retention.run', {});
  expect((await rig.ask('audit.list', {})).total).toBe(total);
});

test('a run removes just what it showed, is one act, and leaves an audit log that is whole from there', async () => {
  let days = 0;
  const clock = {
    now: () => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000),
    monotonicMs: () => performance.now(),
    wait: () => Promise.resolve(),
  };
  rig = await startRegistrationRig({}, { clock, runsOutbox: false });
  const [old = '', young = ''] = rig.addDevices(serials(2, 'AGE').map((serialNumber) => ({ serialNumber })));
  await rig.ask('assignment.assignUser', {
    deviceIds: [old],
    userPrincipalName: 'old@contoso.com',
    displayName: 'Old User',
  });
  await rig.ask('assignment.assignUser', { deviceIds: [young], userPrincipalName: 'young@contoso.com' });
  shippedAndUsed(old, clock.now());
  const before = await rig.ask('audit.head', {});
  days = 500;
  shippedAndUsed(young, clock.now());
  await rig.ask('devices.note', { id: young, note: 'a new line' });
  await rig.ask('settings.write', { keepUsersDays: 30, keepHashesDays: 180, keepHistoryYears: 1 });

  const plan = await rig.ask('retention.plan', {});
  expect(plan).toMatchObject({ isOn: true, users: 1, hashDevices: 1, hashes: 1, auditRows: 3 });
  expect(await rig.ask('retention.run', {})).toEqual(plan);

  expect(rig.withStore((store) => columnsWith(store, ['old@contoso.com', 'Old User']))).toEqual([]);
  expect(rig.withStore((store) => columnsWith(store, ['young@contoso.com'])).length).toBeGreaterThan(0);
  expect((await rig.ask('devices.get', { id: old })).device.hasHardwareHash).toBe(false);
  expect((await rig.ask('devices.get', { id: young })).device.hasHardwareHash).toBe(true);
  expect((await rig.ask('devices.get', { id: young })).timeline.map(({ sentence }) => sentence)).toEqual([
    'a new line',
    'The hardware hash came from test.',
  ]);
  const { entries, total } = await rig.ask('audit.list', {});
  expect(total).toBe(2);
  expect(entries[0]?.sentence).toMatch(/^Removed by age the users of 1 device, 1 hardware hash of 1 device, .*3 rows/);
  const answer = await rig.ask('audit.verify', { head: before.head ?? '' });
  expect(answer).toMatchObject({ isWhole: true, verdict: { prunedTo: 3 } });
  expect(answer.sentence).toContain('Rows up to 3 were removed by retention');
  expect(await rig.ask('retention.plan', {})).toMatchObject({ users: 0, hashes: 0, auditRows: 0 });
});

test('what is old goes by itself in the night after it was set, behind the copy of the day, and is told as an act of Reseal', async () => {
  const hurrying = hurryingClock();
  hurrying.hurry(300);
  let at = new Date(2026, 10, 20, 12);
  rig = await startRegistrationRig({}, { clock: { ...hurrying.clock, now: () => at } });
  const [old = ''] = rig.addDevices(serials(1, 'NIGHT').map((serialNumber) => ({ serialNumber })));
  shippedAndUsed(old, new Date(2025, 0, 1));
  await rig.ask('settings.write', { keepHashesDays: 180 });
  const hasHash = async () => (await rig.ask('devices.get', { id: old })).device.hasHardwareHash;
  const copies = async () =>
    (await rig.ask('backups.list', {})).backups.filter(({ reason }) => reason === 'daily').length;
  await vi.waitFor(async () => expect(await copies()).toBe(1), { timeout: 20_000, interval: 100 });
  expect(await hasHash()).toBe(true);

  at = new Date(2026, 10, 21, 2);
  await vi.waitFor(async () => expect(await hasHash()).toBe(false), { timeout: 20_000, interval: 100 });

  expect(await copies()).toBe(2);
  expect((await rig.ask('audit.list', {})).entries[0]).toMatchObject({
    who: 'Reseal',
    action: 'retention.run',
    sentence: 'Removed by age, by itself, 1 hardware hash of 1 device.',
  });
}, 60_000);

/** As the bench and the tracking would leave it. */
function shippedAndUsed(id: string, at: Date): void {
  rig.withStore(({ database }) =>
    database
      .prepare('UPDATE device SET shipped_at = @at, user_flow_done_at = @at WHERE id = @id')
      .run({ id, at: at.toISOString() }),
  );
}
