import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { madeWhenUsed } from '../../../src/main/services/madeWhenUsed.ts';
import { serviceStores, type ServiceStores } from '../../../src/main/services/serviceStores.ts';
import { createKeptPreviewStore } from '../../../src/main/store/keptPreviewStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { ask } from '../../rigs/askBackend.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { makeWholeQueue, type WholeQueue } from '../../rigs/wholeQueue.ts';

/* What a row that cannot be read would decide, is decided on the careful side. */
const now = () => new Date('2026-12-02T07:02:00Z');
let folder: ReturnType<typeof temporaryFolder>;
let queue: WholeQueue;
beforeEach(() => {
  folder = temporaryFolder();
  queue = makeWholeQueue(folder.path, now);
});
afterEach(() => folder.remove());

/** Writes past the checks of the database, and the triggers of the audit log. */
function breakBy(...statements: readonly string[]): void {
  const store = openStore(folder.path, now);
  store.database.pragma('ignore_check_constraints = ON');
  store.database.exec('DROP TRIGGER audit_event_stays');
  for (const statement of statements) store.database.exec(statement);
  store.close();
}

async function withBackend<Result>(work: (backend: Backend) => Promise<Result>): Promise<Result> {
  const ports = testPorts(folder.path);
  const backend = createBackend({ ...ports, clock: { ...ports.clock, now } });
  try {
    return await work(backend);
  } finally {
    await backend.close();
  }
}

function withStores<Result>(work: (stores: ServiceStores, store: Store) => Result): Result {
  const store = openStore(folder.path, now);
  try {
    return work(madeWhenUsed<ServiceStores>(serviceStores(store, now)), store);
  } finally {
    store.close();
  }
}

const damaged = (message: string) => ({ ok: false, error: { code: 'damaged', message } });

test.each(['{', '7', 'null'])('sending that holds “%s” in place of paused or not is paused', async (value) => {
  breakBy(`UPDATE setting SET value = '${value}' WHERE name = 'outbox.paused'`);
  await withBackend(async (backend) => {
    expect(await ask(backend, 'jobs.status', {})).toMatchObject({ paused: true });
    const { setAside } = await ask(backend, 'backups.health', {});
    expect(setAside).toEqual([{ table: 'setting', column: 'value', id: 'outbox.paused', serialNumber: null }]);
    await ask(backend, 'jobs.pause', { paused: false });
    expect(await ask(backend, 'jobs.status', {})).toMatchObject({ paused: false });
  });
});

test('of the settings, only the field that cannot be read has its default, and removes nothing by age', async () => {
  const settings = { labName: 'Depot', theme: 'sepia', keepUsersDays: 'ten', keepHistoryYears: 0 };
  breakBy(`UPDATE setting SET value = '${JSON.stringify(settings)}' WHERE name = 'settings'`);
  await withBackend(async (backend) => {
    expect(await ask(backend, 'settings.read', {})).toMatchObject({
      labName: 'Depot',
      theme: 'system',
      keepUsersDays: null,
      keepHistoryYears: null,
    });
    const { setAside } = await ask(backend, 'backups.health', {});
    expect(setAside.map(({ column }) => column)).toEqual(['theme', 'keepUsersDays', 'keepHistoryYears']);
  });
});

test('rules, speed and times of runs that cannot be read stop no start, and the rules are kept anew', async () => {
  breakBy(
    `INSERT OR REPLACE INTO setting (name, value) VALUES ('nextStepRules', '{')`,
    `UPDATE setting SET value = '{' WHERE name IN ('practiceSpeed', 'retentionCountedFrom')`,
    `UPDATE device SET next_step = 'wait-for-godot'`,
  );
  await withBackend(async (backend) => {
    expect((await ask(backend, 'devices.list', {})).devices).toHaveLength(2);
  });
  await withBackend(async (backend) => {
    const { setAside } = await ask(backend, 'backups.health', {});
    expect(setAside.map(({ id }) => id)).not.toContain('nextStepRules');
  });
});

test('where a queue does not know which one it is, its backups are offered all the same', async () => {
  withStores((_, store) => store.backUp('manual'));
  breakBy(`UPDATE setting SET value = '{' WHERE name = 'queueId'`);
  await withBackend(async (backend) => {
    expect((await ask(backend, 'backups.list', {})).backups).toHaveLength(1);
  });
});

test('a changed row of the audit log is left out of the list and named, and never passed over by the check or the file', async () => {
  breakBy(`UPDATE audit_event SET subjects = '{' WHERE id = 4`);
  await withBackend(async (backend) => {
    const { total, entries } = await ask(backend, 'audit.list', {});
    expect([total, entries.map(({ id }) => id)]).toEqual([6, [7, 6, 5, 3, 2]]);
    expect((await ask(backend, 'audit.verify', {})).verdict).toEqual({ kind: 'changed', id: 4 });
    const file = await ask(backend, 'audit.export', { format: 'json' });
    expect(JSON.parse(Buffer.from(file.base64, 'base64').toString())).toMatchObject({
      rows: [{ id: 2 }, { id: 3 }, { id: 4, recorded: null }, { id: 5 }, { id: 6 }, { id: 7 }],
    });
  });
});

test('a mark whose lifting has no time lets nothing be registered', async () => {
  breakBy(`UPDATE donor_mark SET lifted_at = '{' WHERE serial_number = 'WHOLE2'`);
  await withBackend(async (backend) => {
    expect(await backend.dispatch('registration.register', { deviceIds: [queue.one.deviceId] })).toMatchObject(
      damaged('A row of “donor_mark” (WHOLE2) cannot be read: its liftedAt holds what this Reseal does not know.'),
    );
  });
});

test('where it cannot be told which hash of a device is the newest, none leaves Reseal', async () => {
  breakBy(
    `INSERT INTO hash_capture (device_id, hardware_hash, taken_at, source, imported_at)
       SELECT device_id, x'00', '1', source, imported_at FROM hash_capture WHERE device_id = '${queue.one.deviceId}'`,
    `DELETE FROM donor_mark`,
  );
  await withBackend(async (backend) => {
    const { deviceId } = queue.one;
    const outcome = await backend.dispatch('exports.write', { target: 'intune', deviceIds: [deviceId] });
    expect(outcome).toMatchObject(
      damaged('A row of “hash_capture” (3) cannot be read: its takenAt holds what this Reseal does not know.'),
    );
    expect((await ask(backend, 'devices.get', { id: deviceId })).captures).toHaveLength(1);
  });
});

test('a device whose rule cannot be read is listed as without one, and does not go to the bench', async () => {
  breakBy(`UPDATE scenario_rule SET scenario = 'newer' WHERE group_tag = 'Tag2'`, `DELETE FROM bench_run`);
  await withBackend(async (backend) => {
    const { deviceId } = queue.other;
    expect((await ask(backend, 'devices.get', { id: deviceId })).device.tagRule).toBeNull();
    const started = { deviceId, step: 'start', overrideReason: 'Hurry.', acceptsLoss: true };
    expect(await backend.dispatch('bench.record', started)).toMatchObject(
      damaged('A row of “scenario_rule” (Tag2) cannot be read: its scenario holds what this Reseal does not know.'),
    );
    const isStarted = await backend.dispatch('bench.record', { ...started, deviceId: queue.one.deviceId });
    expect(isStarted).toMatchObject({ ok: true });
  });
});

test('what has no age that can be read is not removed by age', () => {
  breakBy(
    `UPDATE device SET shipped_at = '', user_flow_done_at = '1', assigned_user = 'ada@contoso.com'`,
    `UPDATE device_event SET at = ''`,
  );
  withStores(({ retention }) => {
    const before = new Date('2030-01-01T00:00:00Z');
    expect([retention.withOldUsers(before), retention.withOldHashes(before), retention.countHistory(before)]).toEqual([
      [],
      [],
      0,
    ]);
  });
});

test('a change that cannot be read gives way to a newer one with its wish', () => {
  const { deviceId, tenantId } = queue.one;
  const wish = `change:groupTag:${deviceId}`;
  breakBy(`UPDATE job SET payload = '{', reason = '{' WHERE wish = '${wish}'`);
  withStores(({ jobs }, { database }) => {
    const act = { code: 'registration.register' } as const;
    const id = jobs.add({ kind: 'change', step: 'send', wish, tenantId, deviceId, act, payload: { value: 'Newer' } });
    expect(database.prepare(`SELECT id, state FROM job WHERE wish = ? ORDER BY rowid`).all(wish)).toEqual([
      { id: expect.any(String) as unknown, state: 'cancelled' },
      { id, state: 'waiting' },
    ]);
    database.prepare(`UPDATE job SET state = 'failed', reason = '{' WHERE id = ?`).run(id);
    jobs.add({ kind: 'change', step: 'send', wish, tenantId, deviceId, act, payload: { value: 'Newest' } });
    expect(database.prepare('SELECT state, reason FROM job WHERE id = ?').get(id)).toEqual({
      state: 'cancelled',
      reason: '{"code":"jobs.replaced"}',
    });
  });
});

test('no DeviceLink goes while a job cannot be read that may need it', () => {
  const { deviceId, tenantId } = queue.one;
  withStores(({ deviceLinks, jobs }, { database }) => {
    const linkId = deviceLinks.add(tenantId, 'link of a job');
    const job = { kind: 'associate', step: 'send', wish: 'associate:one', tenantId, deviceId };
    jobs.add({ ...job, act: { code: 'registration.register' }, payload: { linkId } });
    database.exec(`UPDATE job SET payload = '{' WHERE kind = 'associate'`);
    deviceLinks.add(tenantId, 'another link');
    expect(deviceLinks.get(linkId)).toBe('link of a job');
    database.exec(`UPDATE job SET state = 'done' WHERE kind = 'associate'`);
    deviceLinks.add(tenantId, 'a third link');
    expect(deviceLinks.get(linkId)).toBeNull();
  });
});

test('a wish that cannot be read keeps its device in the list', async () => {
  breakBy(`UPDATE job SET state = 'failed', payload = '{', reason = '{'`);
  await withBackend(async (backend) => {
    expect((await ask(backend, 'devices.list', {})).devices).toHaveLength(2);
  });
});

test('groups that cannot be read count as not read', async () => {
  breakBy(`UPDATE device SET membership = '{"groups":["one"]}'`);
  await withBackend(async (backend) => {
    expect((await ask(backend, 'devices.list', {})).devices).toHaveLength(2);
    expect((await ask(backend, 'esp.list', { tenantId: queue.one.tenantId })).pages).toHaveLength(1);
    expect((await ask(backend, 'devices.get', { id: queue.one.deviceId })).membership).toBeNull();
  });
});

test('an unfinished import that cannot be read is left out of the list and named, though a thread reads it', async () => {
  breakBy(`UPDATE kept_preview SET read_at = '{' WHERE tenant_id = '${queue.other.tenantId}'`);
  await withBackend(async (backend) => {
    const { kept } = await ask(backend, 'intake.open', {});
    expect(kept.map(({ tenantId }) => tenantId)).toEqual([queue.one.tenantId]);
    const { setAside } = await ask(backend, 'backups.health', {});
    expect(setAside.map(({ table, column }) => [table, column])).toEqual([['kept_preview', 'startedAt']]);
  });
});

test('an unfinished import of which a part cannot be read is not gone on with', async () => {
  breakBy(`UPDATE kept_preview SET columns = '{'`, `UPDATE kept_preview_entry SET entry = '{'`);
  await withBackend(async (backend) => {
    const [{ previewId } = { previewId: '' }] = (await ask(backend, 'intake.open', {})).kept;
    const outcome = await backend.dispatch('intake.resume', { previewId });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'damaged' } });
    const { setAside } = await ask(backend, 'backups.health', {});
    expect(setAside).toEqual([{ table: 'kept_preview', column: 'columns', id: previewId, serialNumber: null }]);
    withStores((_, store) => {
      expect(() => createKeptPreviewStore(store, now).entriesAfter(previewId, 0)).toThrow(
        'A row of “kept_preview_entry”',
      );
    });
  });
});
