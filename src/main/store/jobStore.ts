import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JobState } from '../../shared/jobs/job.ts';
import type { JobAct } from '../../shared/jobs/jobAct.ts';
import type { Reason } from '../../shared/jobs/reason.ts';
import { ACTIVE, jobColumns, jobFromRow, textOfAct, textOfReason, type StoredJob, type WaitsOn } from './jobRow.ts';
import type { Store } from './store.ts';

/** A change that is to reach Microsoft. */
export interface NewJob {
  readonly kind: string;
  readonly step: string;
  readonly wish: string;
  readonly tenantId: string;
  readonly deviceId: string | null;
  readonly act: JobAct;
  /** The act of a person that this job belongs to, with others; one of its own where there is none. */
  readonly batchId?: string;
  readonly payload: unknown;
  /** A fact that must come true first, such as `registered:<device id>`; see `announce`. */
  readonly waitsFor?: string;
  readonly reason?: Reason;
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
  readonly reason: Reason | null;
  readonly attempts: number;
  /** Of the refusal that the reason is about. */
  readonly requestId: string | null;
  readonly dueAt: Date;
}

export type JobStore = ReturnType<typeof createJobStore>;

/** How many ended jobs stay: the two largest days of a large lab, or years of a small one. */
const KEPT_ENDED = 20_000;

/** How long after its end what a change sent may still appear: the longest wait before a look, with room to spare. */
const APPEARS_WITHIN_MS = 30 * 60_000;

const replaced = () => textOfReason({ code: 'jobs.replaced' });
const ofGroup = 'tenant_id = @tenantId AND kind = @kind AND step = @step';
const waitsForTime = `state IN ('waiting', 'retrying') AND waits_for IS NULL`;
/** A job scheduled in the future was scheduled before the clock was set back: it is due now rather than never. */
const due = `${waitsForTime} AND (due_at <= @now OR scheduled_at > @now)`;

const instant = z.object({ at: z.iso.datetime() });
const identified = z.object({ id: z.string() });
const unfinished = identified.extend({ state: z.string() });
const jobGroup = z.object({ tenantId: z.string(), kind: z.string(), step: z.string() });

/** The jobs of the outbox. Every change of a leased job counts only while its runner still holds the lease. */
export function createJobStore({ database, setAside, write }: Store, now: () => Date) {
  const byId = database.prepare(`SELECT ${jobColumns} FROM job WHERE id = ?`);
  const unfinishedWith = database.prepare(`SELECT id, state FROM job WHERE wish = ? AND state IN ${ACTIVE}`);
  const hasFailedWith = database.prepare(`SELECT 1 FROM job WHERE wish = ? AND state = 'failed' LIMIT 1`);
  // A value that was sent may become visible late: until then nobody else has set it.
  const mayAppear = database.prepare(`
    SELECT ${jobColumns} FROM job WHERE device_id = @deviceId AND wish = @wish
       AND (state IN ${ACTIVE} OR state = 'failed' OR (state = 'cancelled' AND step = 'verify' AND finished_at > @since))`);
  const failedWith = database.prepare(`SELECT ${jobColumns} FROM job WHERE wish = ? AND state = 'failed'`);
  const leasedBy = database.prepare(`SELECT ${jobColumns} FROM job WHERE id = @id AND lease_owner = @owner`);
  const insert = database.prepare(`
    INSERT INTO job (id, batch_id, kind, step, wish, tenant_id, device_id, act, payload, state, waits_for, reason,
      scheduled_at, due_at, created_at)
    VALUES (@id, @batchId, @kind, @step, @wish, @tenantId, @deviceId, @act, @payload, 'waiting', @waitsFor, @reason,
      @now, @now, @now)`);
  const supersedeFailed = database.prepare(`
    UPDATE job SET state = 'cancelled', reason = CASE WHEN json_valid(reason) IS NOT 1 THEN @replaced
             ELSE json_object('code', 'jobs.replacedAfter', 'before', json(reason)) END
     WHERE wish = @wish AND state = 'failed'`);
  // Asks of each group whether anything of it is due, by an index; looking at every job that waits takes too long for every second.
  const dueGroups = database.prepare(`
    SELECT tenantId, kind, step FROM
      (SELECT DISTINCT tenant_id AS tenantId, kind, step FROM job WHERE ${waitsForTime}) AS waiting
     WHERE (EXISTS (SELECT 1 FROM job WHERE ${waitsForTime} AND tenant_id = waiting.tenantId AND kind = waiting.kind
                       AND step = waiting.step AND due_at <= @now)
         OR EXISTS (SELECT 1 FROM job WHERE ${waitsForTime} AND tenant_id = waiting.tenantId AND kind = waiting.kind
                       AND step = waiting.step AND scheduled_at > @now))
       AND NOT EXISTS (SELECT 1 FROM job WHERE state = 'leased' AND tenant_id = waiting.tenantId
                          AND kind = waiting.kind AND step = waiting.step)`);
  const nextDue = database.prepare(`SELECT id, due_at AS at FROM job WHERE ${waitsForTime} ORDER BY due_at LIMIT 1`);
  const nextDueOf = database.prepare(
    // The plus keeps SQLite from sorting all jobs of the tenant: the first one in the order of their times is wanted.
    `SELECT id, due_at AS at FROM job WHERE ${waitsForTime} AND +tenant_id = @tenantId ORDER BY due_at LIMIT 1`,
  );
  const lease = database.prepare(`
    UPDATE job SET state = 'leased', lease_owner = @owner
     WHERE NOT EXISTS (SELECT 1 FROM job WHERE state = 'leased' AND ${ofGroup})
       AND id IN (SELECT id FROM job WHERE ${due} AND ${ofGroup}
                     AND wish NOT IN (SELECT wish FROM job WHERE state = 'leased')
                   ORDER BY rowid LIMIT @limit)
    RETURNING id`);
  const settle = database.prepare(`
    UPDATE job SET state = @state, step = @step, progress = @progress, waits_on = @waitsOn, reason = @reason,
           attempts = @attempts, request_id = @requestId, scheduled_at = @now, due_at = @dueAt, lease_owner = NULL,
           offline_since = CASE @waitsOn WHEN 'network' THEN coalesce(offline_since, @now) END,
           finished_at = CASE WHEN @state IN ('done', 'failed', 'cancelled') THEN @now END
     WHERE id = @id AND lease_owner = @owner`);
  const endUnread = database.prepare(`
    UPDATE job SET state = 'failed', reason = NULL, lease_owner = NULL, finished_at = @now WHERE id = @id`);
  const keep = database.prepare('UPDATE job SET progress = @progress WHERE id = @id AND lease_owner = @owner');
  const cancel = database.prepare(`
    UPDATE job SET state = 'cancelled', reason = @reason, finished_at = @now
     WHERE id = @id AND state IN ('waiting', 'retrying', 'failed')`);
  const retry = database.prepare(`
    UPDATE job SET state = 'waiting', reason = NULL, request_id = NULL, attempts = 0, waits_on = 'time', scheduled_at = @now,
           due_at = @now, finished_at = NULL
     WHERE id = @id AND (state IN ('waiting', 'retrying') OR (state = 'failed'
       AND NOT EXISTS (SELECT 1 FROM job AS newer WHERE newer.wish = job.wish AND newer.state IN ${ACTIVE})))`);
  const announce = database.prepare(`
    UPDATE job SET waits_for = NULL, reason = NULL, scheduled_at = @now, due_at = @now WHERE waits_for = @fact`);
  const networkIsBack = database.prepare(`
    UPDATE job SET offline_since = NULL, reason = NULL, waits_on = 'time', scheduled_at = @now, due_at = @now
     WHERE offline_since IS NOT NULL AND tenant_id = @tenantId AND state IN ('waiting', 'retrying')`);
  const unfinishedOf = database.prepare(`SELECT 1 FROM job WHERE ${ofGroup} AND state IN ${ACTIVE} LIMIT 1`);
  const lastEndedToGo = database.prepare(`
    SELECT rowid AS id FROM job WHERE state IN ('done', 'cancelled') ORDER BY rowid DESC LIMIT 1 OFFSET @kept`);
  const prune = database.prepare(`
    DELETE FROM job WHERE rowid IN (
      SELECT rowid FROM job AS old WHERE rowid <= @last AND state IN ('done', 'cancelled')
         AND NOT EXISTS (SELECT 1 FROM job WHERE batch_id = old.batch_id AND state NOT IN ('done', 'cancelled'))
         AND NOT EXISTS (SELECT 1 FROM job WHERE device_id = old.device_id AND state NOT IN ('done', 'cancelled'))
       ORDER BY rowid LIMIT @limit)`);

  const at = (): string => now().toISOString();
  const get = (id: string): StoredJob | null => jobOrNull(byId.get(id));
  /** The id of the job that waits with this wish, else of the one that runs. */
  const idWithWish = (wish: string): string | null => {
    // Sorted here: to sort nothing costs SQLite eight times as much as to find nothing.
    const found = z.array(unfinished).parse(unfinishedWith.all(wish));
    return (found.find(({ state }) => state !== 'leased') ?? found[0])?.id ?? null;
  };

  /** A job that cannot be read cannot be run either; left leased, it would hold up all others of its kind. */
  function readLeased(id: string): StoredJob[] {
    const job = setAside.orNull(() => get(id));
    if (job !== null) return [job];
    endUnread.run({ id, now: at() });
    return [];
  }

  return {
    get,
    /** The jobs of a wish whose value may still become visible: those that have not ended or failed, and those that were sent and cancelled lately. */
    mayAppear: (deviceId: string, wish: string): readonly StoredJob[] =>
      mayAppear
        .all({ deviceId, wish, since: new Date(now().getTime() - APPEARS_WITHIN_MS).toISOString() })
        .map(jobFromRow),
    /** The job that is to make a wish true and has not ended; null where there is none. */
    unfinishedWith(wish: string): StoredJob | null {
      const id = idWithWish(wish);
      return id === null ? null : get(id);
    },
    failedWith: (wish: string): readonly StoredJob[] => failedWith.all(wish).map(jobFromRow),
    /**
     * Adds a job. The same wish twice is one job; another wish for the same subject replaces the waiting one. Failed
     * jobs with that wish no longer count as trouble.
     */
    add: (job: NewJob): string =>
      write(() => {
        const payload = JSON.stringify(job.payload);
        const olderId = idWithWish(job.wish);
        // One that cannot be read is another wish: it could not be sent either.
        const older = olderId === null ? null : setAside.orNull(() => get(olderId));
        if (older?.kind === job.kind && JSON.stringify(older.payload) === payload) return older.id;
        if (olderId !== null) cancel.run({ id: olderId, reason: replaced(), now: at() });
        // Asked first: to write nothing costs more than to find nothing.
        if (hasFailedWith.get(job.wish) !== undefined) supersedeFailed.run({ wish: job.wish, replaced: replaced() });
        const id = randomUUID();
        const written = { act: textOfAct(job.act), reason: textOfReason(job.reason ?? null), payload };
        insert.run({ waitsFor: null, batchId: id, ...job, ...written, id, now: at() });
        return id;
      }),
    /** Groups that have something due and that nobody is running. */
    dueGroups: (): readonly JobGroup[] => setAside.rows('job', jobGroup, dueGroups.all({ now: at() })),
    /**
     * When the next job of a tenant, or of all, is due; jobs that are due now count too. Null where no job waits for a
     * time.
     */
    nextDueAt(tenantId: string | null): Date | null {
      const row = setAside.row('job', instant, tenantId === null ? nextDue.get() : nextDueOf.get({ tenantId }));
      return row === null ? null : new Date(row.at);
    },
    /** Whether any job of a group has not ended. */
    isAnyUnfinished: (group: JobGroup): boolean => unfinishedOf.get(group) !== undefined,
    /**
     * Takes due jobs of a group, in the order in which they were added, whatever the clock did. Takes none while
     * another process runs that group or the same wish.
     */
    lease: (group: JobGroup, owner: string, limit: number): readonly StoredJob[] =>
      write(() =>
        setAside
          .rows('job', identified, lease.all({ ...group, owner, limit, now: at() }))
          .flatMap(({ id }) => readLeased(id)),
      ),
    /** The job as long as that runner holds it; null afterwards. */
    leasedBy: (id: string, owner: string): StoredJob | null => jobOrNull(leasedBy.get({ id, owner })),
    /** Ends a run; false where the lease was lost. A job that would go on gives way to a newer one with the same wish. */
    settle: (id: string, owner: string, change: JobChange): boolean =>
      write(() => {
        const wish = get(id)?.wish;
        const goesOn = change.state === 'waiting' || change.state === 'retrying';
        const isReplaced = goesOn && wish !== undefined && idWithWish(wish) !== id;
        const final = isReplaced
          ? { ...change, state: 'cancelled', reason: { code: 'jobs.replaced' } as const }
          : change;
        const texts = { progress: JSON.stringify(final.progress), reason: textOfReason(final.reason) };
        const written = { ...final, ...texts, dueAt: final.dueAt.toISOString() };
        return settle.run({ ...written, id, owner, now: at() }).changes === 1;
      }),
    /** Keeps progress in the middle of a run, before something that must not be repeated; false where the lease was lost. */
    keep: (id: string, owner: string, progress: unknown): boolean =>
      keep.run({ id, owner, progress: JSON.stringify(progress) }).changes === 1,
    /** Cancels a job that is not running, or dismisses a failed one; false where it is running or has ended. */
    cancel: (id: string, reason: Reason): boolean =>
      cancel.run({ id, reason: textOfReason(reason), now: at() }).changes === 1,
    /** Makes a waiting or failed job due now, its attempts forgotten; false where there is nothing to retry. */
    retry: (id: string): boolean => retry.run({ id, now: at() }).changes === 1,
    /** What waited for the network goes on at once; returns how many jobs. */
    networkIsBack: (tenantId: string): number => networkIsBack.run({ tenantId, now: at() }).changes,
    /** Lets the jobs run that waited for a fact; returns how many. Call it in the transaction that makes the fact true. */
    announce: (fact: string): number => announce.run({ fact, now: at() }).changes,
    /**
     * Deletes at most `limit` of the oldest ended jobs and returns how many. What happened stays in the histories of the devices
     * and in the audit log. These jobs are kept:
     * - the newest `kept` ended ones (a number and not a date, since clocks can be wrong);
     * - what failed, until somebody retries or dismisses it;
     * - every job of a batch that is not finished;
     * - every job of a device that has another job to come.
     */
    prune(limit: number, kept: number = KEPT_ENDED): number {
      const last = lastEndedToGo.get({ kept });
      return last === undefined ? 0 : prune.run({ last: z.object({ id: z.number() }).parse(last).id, limit }).changes;
    },
  };
}

function jobOrNull(row: unknown): StoredJob | null {
  return row === undefined ? null : jobFromRow(row);
}
