import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { jobCounts, jobState, type JobState } from '../../shared/api/contract/microsoft.ts';
import type { Store } from './openStore.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));
const waitsOn = z.enum(['time', 'network', 'person']);
/** What a waiting job waits on: its due time, the network, or somebody who must do something. */
export type WaitsOn = z.infer<typeof waitsOn>;

const storedJob = z.object({
  id: z.string(),
  kind: z.string(),
  step: z.string(),
  /** Names the subject of the change; of two jobs with one wish, the newer one counts. */
  wish: z.string(),
  tenantId: z.string(),
  deviceId: z.string().nullable(),
  serialNumber: z.string().nullable(),
  sentence: z.string(),
  payload: json,
  /** What the steps so far have come to; each step parses what it needs. */
  progress: json,
  state: jobState,
  waitsOn,
  waitsFor: z.string().nullable(),
  offlineSince: z.string().nullable(),
  explanation: z.string().nullable(),
  attempts: z.number(),
  dueAt: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type StoredJob = z.infer<typeof storedJob>;

/** A change that is to reach Microsoft. */
export interface NewJob {
  readonly kind: string;
  readonly step: string;
  readonly wish: string;
  readonly tenantId: string;
  readonly deviceId: string | null;
  /** What a person reads: “Rename 5CG1234567”. No address of a person in it. */
  readonly sentence: string;
  readonly payload: unknown;
  /** A fact that must come true first, such as `registered:<device id>`; see `announce`. */
  readonly waitsFor?: string;
  readonly explanation?: string;
}

/** Jobs of one tenant, kind and step are run together, and by one process at a time. */
export interface JobGroup {
  readonly tenantId: string;
  readonly kind: string;
  readonly step: string;
}

/** What a run changes in a job. */
export interface JobChange {
  readonly state: JobState;
  readonly step: string;
  readonly progress: unknown;
  readonly waitsOn: WaitsOn;
  readonly explanation: string | null;
  readonly attempts: number;
  readonly dueAt: Date;
}

export interface JobFilter {
  readonly tenantId?: string | undefined;
  readonly states?: readonly JobState[];
  readonly ids?: readonly string[];
  readonly deviceIds?: readonly string[];
  readonly kind?: string;
}

export type JobStore = ReturnType<typeof createJobStore>;

const REPLACED = 'A newer wish replaced this one.';
const columns = `
  job.id, job.kind, job.step, job.wish, job.tenant_id AS tenantId, job.device_id AS deviceId,
  (SELECT serial_number FROM device WHERE device.id = job.device_id) AS serialNumber,
  job.sentence, job.payload, job.progress, job.state, job.waits_on AS waitsOn, job.waits_for AS waitsFor,
  job.offline_since AS offlineSince, job.explanation, job.attempts, job.due_at AS dueAt, job.created_at AS createdAt, job.finished_at AS finishedAt`;
/** A job scheduled in the future was scheduled before the clock was set back: it is due now rather than never. */
const due = `job.state IN ('waiting', 'retrying') AND job.waits_for IS NULL AND (job.due_at <= @now OR job.scheduled_at > @now)`;
const active = `('waiting', 'leased', 'retrying')`;
const filtered = `(@tenantId IS NULL OR job.tenant_id = @tenantId)
  AND (@states IS NULL OR job.state IN (SELECT value FROM json_each(@states)))
  AND (@ids IS NULL OR job.id IN (SELECT value FROM json_each(@ids)))
  AND (@kind IS NULL OR job.kind = @kind)
  AND (@deviceIds IS NULL OR job.device_id IN (SELECT value FROM json_each(@deviceIds)))`;

/** The jobs of the outbox. Every change of a leased job counts only while its runner still holds the lease. */
export function createJobStore({ database, write }: Store, now: () => Date) {
  const byId = database.prepare(`SELECT ${columns} FROM job WHERE id = ?`);
  const unfinishedWith = database.prepare(
    `SELECT ${columns} FROM job WHERE wish = ? AND state IN ${active} ORDER BY state = 'leased'`,
  );
  const leasedBy = database.prepare(`SELECT ${columns} FROM job WHERE id = @id AND lease_owner = @owner`);
  const insert = database.prepare(`
    INSERT INTO job (id, kind, step, wish, tenant_id, device_id, sentence, payload, state, waits_for, explanation,
      scheduled_at, due_at, created_at)
    VALUES (@id, @kind, @step, @wish, @tenantId, @deviceId, @sentence, @payload, 'waiting', @waitsFor, @explanation,
      @now, @now, @now)`);
  const dueGroups = database.prepare(`
    SELECT DISTINCT tenant_id AS tenantId, kind, step FROM job
     WHERE ${due} AND NOT EXISTS (SELECT 1 FROM job AS other WHERE other.state = 'leased'
       AND other.tenant_id = job.tenant_id AND other.kind = job.kind AND other.step = job.step)`);
  const nextDue = database.prepare(
    `SELECT min(due_at) AS at FROM job WHERE state IN ('waiting', 'retrying') AND waits_for IS NULL
       AND (@tenantId IS NULL OR tenant_id = @tenantId)`,
  );
  const lease = database.prepare(`
    UPDATE job SET state = 'leased', lease_owner = @owner
     WHERE NOT EXISTS (SELECT 1 FROM job WHERE state = 'leased' AND tenant_id = @tenantId AND kind = @kind AND step = @step)
       AND id IN (SELECT id FROM job WHERE ${due} AND tenant_id = @tenantId AND kind = @kind AND step = @step
                     AND wish NOT IN (SELECT wish FROM job WHERE state = 'leased')
                   ORDER BY rowid LIMIT @limit)
    RETURNING id`);
  const settle = database.prepare(`
    UPDATE job SET state = @state, step = @step, progress = @progress, waits_on = @waitsOn, explanation = @explanation,
           attempts = @attempts, scheduled_at = @now, due_at = @dueAt, lease_owner = NULL,
           offline_since = CASE @waitsOn WHEN 'network' THEN coalesce(offline_since, @now) END,
           finished_at = CASE WHEN @state IN ('done', 'failed', 'cancelled') THEN @now END
     WHERE id = @id AND lease_owner = @owner`);
  const keep = database.prepare('UPDATE job SET progress = @progress WHERE id = @id AND lease_owner = @owner');
  const cancel = database.prepare(`
    UPDATE job SET state = 'cancelled', explanation = @explanation, finished_at = @now
     WHERE id = @id AND state IN ('waiting', 'retrying', 'failed')`);
  const retry = database.prepare(`
    UPDATE job SET state = 'waiting', explanation = NULL, attempts = 0, waits_on = 'time', scheduled_at = @now,
           due_at = @now, finished_at = NULL
     WHERE id = @id AND (state IN ('waiting', 'retrying') OR (state = 'failed'
       AND NOT EXISTS (SELECT 1 FROM job AS newer WHERE newer.wish = job.wish AND newer.state IN ${active})))`);
  const announce = database.prepare(`
    UPDATE job SET waits_for = NULL, explanation = NULL, scheduled_at = @now, due_at = @now WHERE waits_for = @fact`);
  const unfinished = database.prepare(
    `SELECT count(*) AS n FROM job WHERE tenant_id = @tenantId AND kind = @kind AND step = @step AND state IN ${active}`,
  );
  const offline = database.prepare(
    `SELECT min(offline_since) AS at FROM job WHERE state IN ${active} AND (@tenantId IS NULL OR tenant_id = @tenantId)`,
  );
  const page = database.prepare(
    `SELECT ${columns} FROM job WHERE ${filtered} ORDER BY job.rowid DESC LIMIT @limit OFFSET @offset`,
  );
  const count = database.prepare(`SELECT state, count(*) AS n FROM job WHERE ${filtered} GROUP BY state`);

  const instant = z.object({ at: z.string().nullable() });
  const at = (): string => now().toISOString();
  const parse = (row: unknown): StoredJob => storedJob.parse(row);
  const get = (id: string): StoredJob | null => {
    const row = byId.get(id);
    return row === undefined ? null : parse(row);
  };
  const values = (filter: JobFilter) => ({
    tenantId: filter.tenantId ?? null,
    states: filter.states === undefined || filter.states.length === 0 ? null : JSON.stringify(filter.states),
    kind: filter.kind ?? null,
    ids: filter.ids === undefined ? null : JSON.stringify(filter.ids),
    deviceIds: filter.deviceIds === undefined ? null : JSON.stringify(filter.deviceIds),
  });
  /** The job that waits with this wish, else the one that runs. */
  const withWish = (wish: string): StoredJob | null => {
    const row = unfinishedWith.get(wish);
    return row === undefined ? null : parse(row);
  };

  return {
    get,
    /** Adds a job. The same wish twice is one job; another wish for the same subject replaces the one that waits. */
    add: (job: NewJob): string =>
      write(() => {
        const payload = JSON.stringify(job.payload);
        const older = withWish(job.wish);
        if (older !== null && older.kind === job.kind && JSON.stringify(older.payload) === payload) return older.id;
        if (older !== null) cancel.run({ id: older.id, explanation: REPLACED, now: at() });
        const id = randomUUID();
        insert.run({ waitsFor: null, explanation: null, ...job, id, payload, now: at() });
        return id;
      }),
    /** Groups that have something due and that nobody is running. */
    dueGroups: (): readonly JobGroup[] =>
      z
        .array(z.object({ tenantId: z.string(), kind: z.string(), step: z.string() }))
        .parse(dueGroups.all({ now: at() })),
    /** When the next job is due, due ones included; null where nothing waits for a time. */
    nextDueAt(tenantId: string | null): Date | null {
      const { at: next } = instant.parse(nextDue.get({ tenantId }));
      return next === null ? null : new Date(next);
    },
    /** How many jobs of a group have not ended. */
    unfinished: (group: JobGroup): number => z.object({ n: z.number() }).parse(unfinished.get(group)).n,
    /** Since when jobs have been waiting for the network; null where none does. */
    offlineSince: (tenantId: string | null): string | null => instant.parse(offline.get({ tenantId })).at,
    /** Takes due jobs of a group, in the order in which they were added, whatever the clock did; none while anybody else runs that group or the same wish. */
    lease: (group: JobGroup, owner: string, limit: number): readonly StoredJob[] =>
      write(() =>
        z
          .array(z.object({ id: z.string() }))
          .parse(lease.all({ ...group, owner, limit, now: at() }))
          .map(({ id }) => parse(byId.get(id))),
      ),
    /** The job as long as that runner holds it; null afterwards. */
    leasedBy(id: string, owner: string): StoredJob | null {
      const row = leasedBy.get({ id, owner });
      return row === undefined ? null : parse(row);
    },
    /** Ends a run; false where the lease was lost. A job that would go on gives way to a newer one with the same wish. */
    settle: (id: string, owner: string, change: JobChange): boolean =>
      write(() => {
        const wish = get(id)?.wish;
        const goesOn = change.state === 'waiting' || change.state === 'retrying';
        const isReplaced = goesOn && wish !== undefined && withWish(wish)?.id !== id;
        const final = isReplaced ? { ...change, state: 'cancelled', explanation: REPLACED } : change;
        const written = { ...final, progress: JSON.stringify(final.progress), dueAt: final.dueAt.toISOString() };
        return settle.run({ ...written, id, owner, now: at() }).changes === 1;
      }),
    /** Keeps progress in the middle of a run, before something that must not be repeated; false where the lease was lost. */
    keep: (id: string, owner: string, progress: unknown): boolean =>
      keep.run({ id, owner, progress: JSON.stringify(progress) }).changes === 1,
    /** Cancels a job that is not running, or dismisses a failed one; false where it is running or has ended. */
    cancel: (id: string, explanation: string): boolean => cancel.run({ id, explanation, now: at() }).changes === 1,
    /** Makes a waiting or failed job due now, its attempts forgotten; false where there is nothing to retry. */
    retry: (id: string): boolean => retry.run({ id, now: at() }).changes === 1,
    /** Lets the jobs run that waited for a fact; returns how many. Call it in the transaction that makes the fact true. */
    announce: (fact: string): number => announce.run({ fact, now: at() }).changes,
    /** Newest first, by the order in which they were added. */
    list: (filter: JobFilter, offset = 0, limit = -1): readonly StoredJob[] =>
      page.all({ ...values(filter), offset, limit }).map(parse),
    counts(filter: JobFilter) {
      const rows = z.array(z.object({ state: jobState, n: z.number() })).parse(count.all(values(filter)));
      return jobCounts.parse({
        waiting: 0,
        leased: 0,
        retrying: 0,
        done: 0,
        failed: 0,
        cancelled: 0,
        ...Object.fromEntries(rows.map(({ state, n }) => [state, n])),
      });
    },
  };
}
