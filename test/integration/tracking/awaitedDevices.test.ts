import { expect, test } from 'vitest';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const LONG_AGO = '2026-11-01T08:00:00.000Z';
const NOW = new Date('2026-11-22T12:00:00.000Z');
const AN_HOUR_AGO = '2026-11-22T11:00:00.000Z';

test.each([
  ['nothing', {}, null],
  ['a profile, since it went back to pending', { profile: 'pending', profileAt: '2026-11-22T11:58:00.000Z' }, '11:58'],
  ['a profile, since the registration', { profile: 'unknown', registrationAt: '2026-11-22T11:30:00.000Z' }, '11:30'],
  [
    'the end of a hardware change, since it was seen',
    { remediation: 'fixPending', remediationAt: '2026-11-22T11:45:00.000Z' },
    '11:45',
  ],
] as const)('of a device registered weeks ago is expected: %s', (_, change, time) => {
  const folder = temporaryFolder();
  const store = openStore(folder.path, () => NOW);
  addTenant(store, tenantId);
  const devices = createDeviceStore(store, () => NOW);
  const old = { registrationAt: LONG_AGO, profileAt: LONG_AGO, tenantId };
  const { id } = devices.add({ ...readyDevice(), ...old, ...change });
  const since = time === null ? null : `2026-11-22T${time}:00.000Z`;
  expect(devices.awaitingProfile(tenantId, AN_HOUR_AGO)).toEqual({ ids: since === null ? [] : [id], since });
  store.close();
  folder.remove();
});

test('after a group tag has changed, another profile is expected for a while', () => {
  const folder = temporaryFolder();
  const store = openStore(folder.path, () => NOW);
  addTenant(store, tenantId);
  const devices = createDeviceStore(store, () => NOW);
  const { id } = devices.add({ ...readyDevice(), tenantId, registrationAt: LONG_AGO, profileAt: LONG_AGO });
  const changedAt = '2026-11-22T11:50:00.000Z';
  store.database
    .prepare(
      `INSERT INTO job (id, kind, step, wish, tenant_id, device_id, act, payload, state, scheduled_at, due_at, created_at, finished_at)
       VALUES ('j', 'change', 'verify', 'change:groupTag:' || @id, @tenantId, @id, 'Set', '{}', 'done', 'x', 'x', 'x', @changedAt)`,
    )
    .run({ id, tenantId, changedAt });
  expect(devices.awaitingProfile(tenantId, AN_HOUR_AGO)).toEqual({ ids: [id], since: changedAt });
  expect(devices.awaitingProfile(tenantId, '2026-11-22T11:55:00.000Z')).toEqual({ ids: [], since: null });
  store.close();
  folder.remove();
});

test('a hardware change that is pending for more than a day becomes the technician’s turn by time alone', () => {
  const folder = temporaryFolder();
  let now = NOW;
  const store = openStore(folder.path, () => now);
  addTenant(store, tenantId);
  const devices = createDeviceStore(store, () => now);
  const { id } = devices.add({
    ...readyDevice(),
    tenantId,
    remediation: 'fixPending',
    remediationAt: '2026-11-22T11:00:00.000Z',
  });
  const step = () => store.database.prepare('SELECT next_step FROM device WHERE id = ?').pluck().get(id);
  expect([devices.restatePendingFixes(tenantId), step()]).toEqual([0, 'waitForProfile']);
  now = new Date('2026-11-23T12:00:00.000Z');
  expect([devices.restatePendingFixes(tenantId), step()]).toEqual([1, 'fixProfile']);
  expect(devices.restatePendingFixes(tenantId)).toBe(0);
  store.close();
  folder.remove();
});
