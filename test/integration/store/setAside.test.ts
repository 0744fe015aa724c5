import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend } from '../../../src/main/backend.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { createDonorMarkStore } from '../../../src/main/store/donorMarkStore.ts';
import { createJobStore } from '../../../src/main/store/jobStore.ts';
import { createRunnerStore } from '../../../src/main/store/runnerStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { ask } from '../../rigs/askBackend.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { keptLog, temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const now = () => new Date('2026-12-02T07:02:00Z');
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

test('a device whose row holds something unknown stops neither the start nor the list, and is named', async () => {
  const store = openStore(folder.path, now);
  addTenant(store);
  const devices = createDeviceStore(store, now);
  devices.add({ tenantId, serialNumber: 'GOOD1' });
  const { id } = devices.add({ tenantId, serialNumber: 'BOGUS2' });
  store.database.pragma('ignore_check_constraints = ON');
  store.database.prepare(`UPDATE device SET registration = 'bogus' WHERE id = ?`).run(id);
  store.database.prepare(`DELETE FROM setting WHERE name = 'nextStepRules'`).run();
  store.close();
  const kept = keptLog();

  const backend = createBackend(testPorts(folder.path, { log: kept.log }));

  const { devices: listed } = await ask(backend, 'devices.list', { tenantId });
  expect(listed.map(({ serialNumber }) => serialNumber)).toEqual(['GOOD1']);
  const { setAside } = await ask(backend, 'backups.health', {});
  expect(setAside).toContainEqual({ table: 'device', column: 'registration', id, serialNumber: 'BOGUS2' });
  expect(kept.lines).toContainEqual({
    level: 'error',
    event: 'row.setAside',
    facts: { table: 'device', column: 'registration', id },
  });
  expect(await backend.dispatch('devices.get', { id })).toMatchObject({
    ok: false,
    error: {
      code: 'damaged',
      message: 'A row of “device” (BOGUS2) cannot be read: its registration holds what this Reseal does not know.',
    },
  });
  await backend.close();
});

test('a job that cannot be read is ended, and holds up no other of its kind', () => {
  const store = openStore(folder.path, now);
  addTenant(store);
  const jobs = createJobStore(store, now);
  const wanted = (wish: string) =>
    jobs.add({
      kind: 'change',
      step: 'send',
      wish,
      tenantId,
      deviceId: null,
      act: { code: 'registration.unblock' },
      payload: {},
    });
  const bad = wanted('one');
  const good = wanted('two');
  store.database.prepare(`UPDATE job SET act = '{"code":"nobody.knows"}' WHERE id = ?`).run(bad);
  createRunnerStore(store, now).add({ id: 'me', host: 'here', processId: 1 });

  expect(jobs.lease({ tenantId, kind: 'change', step: 'send' }, 'me', 10).map(({ id }) => id)).toEqual([good]);

  expect(store.database.prepare('SELECT state, lease_owner FROM job WHERE id = ?').get(bad)).toEqual({
    state: 'failed',
    lease_owner: null,
  });
  expect(store.setAside.list()).toEqual([expect.objectContaining({ table: 'job', column: 'act', id: bad })]);
  store.close();
});

test('a mark “never register again” that cannot be read lets no device be registered, and no list is lost for it', async () => {
  const store = openStore(folder.path, now);
  addTenant(store);
  const devices = createDeviceStore(store, now);
  const marked = devices.add({ tenantId, serialNumber: 'DONOR1' });
  const marks = createDonorMarkStore(store, now);
  marks.add(marked, { reason: 'Its mainboard went into another one.', who: 'Ada' });
  const other = devices.add({ tenantId, serialNumber: 'GOOD2' });
  store.database.pragma('ignore_check_constraints = ON');
  store.database.prepare(`UPDATE donor_mark SET marked_at = 'yesterday'`).run();
  store.close();

  const backend = createBackend(testPorts(folder.path));

  const answer = await backend.dispatch('registration.register', { deviceIds: [marked.id, other.id] });
  expect(answer).toMatchObject({
    ok: false,
    error: {
      code: 'damaged',
      message: 'A row of “donor_mark” (DONOR1) cannot be read: its markedAt holds what this Reseal does not know.',
    },
  });
  expect((await ask(backend, 'devices.get', { id: marked.id })).device.registration).toBe('none');
  expect((await ask(backend, 'boards.donors', {})).marks).toEqual([]);
  const { setAside } = await ask(backend, 'backups.health', {});
  expect(setAside).toContainEqual({ table: 'donor_mark', column: 'markedAt', id: '1', serialNumber: 'DONOR1' });
  await backend.close();
});
