import { z } from 'zod';
import { jobCounts, jobState, type JobState } from '../../shared/jobs/job.ts';
import { chosen, createConditions } from './conditions.ts';
import { ACTIVE, jobColumns, jobFromRow, storedAct, storedReason, type StoredJob } from './jobRow.ts';
import type { Store } from './store.ts';

export interface JobFilter {
  readonly tenantId?: string | undefined;
  readonly batchId?: string | undefined;
  /** None given means all. */
  readonly states?: readonly JobState[];
  readonly ids?: readonly string[] | undefined;
  readonly deviceIds?: readonly string[] | undefined;
  readonly kind?: string;
}

export type JobList = ReturnType<typeof createJobList>;

const counted = z.object({ n: z.number() });
const instant = z.object({ at: z.iso.datetime().nullable() });
/** Failed jobs first, then those that go on, then those that have ended. */
const BY_NEED = `CASE job.state WHEN 'failed' THEN 0 WHEN 'done' THEN 2 WHEN 'cancelled' THEN 3 ELSE 1 END`;
const isOf = (state: JobState): string => `count(*) FILTER (WHERE state = '${state}') AS ${state}`;

const batchRow = z
  .object({
    id: z.string(),
    tenantId: z.string(),
    kind: z.string(),
    act: storedAct,
    /** How many jobs it has: one for each device it is about. */
    changes: z.number(),
    /** The only job of a batch of one. */
    jobId: z.uuid().nullable(),
    nextDueAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .and(jobCounts);
export type JobBatchRow = z.infer<typeof batchRow>;

const reasonRow = z.object({
  batchId: z.string(),
  step: z.string(),
  state: jobState,
  waitsFor: z.string().nullable(),
  reason: storedReason,
  changes: z.number(),
});
/** Why jobs of a batch wait or failed, alike ones counted together. */
export type ReasonRow = z.infer<typeof reasonRow>;

const troubleRow = z.object({
  reason: storedReason,
  changes: z.number(),
  devices: z.number(),
  /** The only job, where there is no other with this trouble. */
  jobId: z.string().nullable(),
});
/** What keeps changes from reaching Microsoft, alike ones counted together. */
export type TroubleRow = z.infer<typeof troubleRow>;

/** Reads the jobs for people, page by page: filtering, counting and putting together happen in SQLite. */
export function createJobList({ database, setAside }: Store) {
  const firstBatches = (where: string): string => `
    SELECT batch_id AS id FROM job WHERE ${where} GROUP BY batch_id
     ORDER BY max(state NOT IN ('done', 'cancelled')) DESC, min(rowid) DESC LIMIT @limit OFFSET @offset`;
  // Counts by an index alone; what is the same in the whole batch is read from its first job.
  const batchesWith = database.prepare(`
    SELECT batch.id, tenant_id AS tenantId, kind, act, changes, CASE changes WHEN 1 THEN job.id END AS jobId,
           ${jobState.options.map((state) => `batch.${state}`).join(', ')}, created_at AS createdAt,
           CASE batch.waiting + batch.leased + batch.retrying WHEN 0 THEN batch.finishedAt END AS finishedAt,
           (SELECT min(due_at) FROM job WHERE batch_id = batch.id AND state IN ('waiting', 'retrying')
               AND waits_for IS NULL) AS nextDueAt
      FROM (SELECT batch_id AS id, min(rowid) AS first, count(*) AS changes, max(finished_at) AS finishedAt,
                   ${jobState.options.map(isOf).join(', ')}
              FROM job WHERE batch_id IN (SELECT value FROM json_each(@ids)) GROUP BY batch_id) AS batch
      JOIN job ON job.rowid = batch.first JOIN json_each(@ids) AS place ON place.value = batch.id ORDER BY place.key`);
  const reasonsOf = database.prepare(`
    SELECT batch_id AS batchId, step, state, min(waits_for) AS waitsFor, reason, count(*) AS changes FROM job
     WHERE batch_id IN (SELECT value FROM json_each(@ids)) AND state IN ('waiting', 'retrying', 'failed')
     GROUP BY batch_id, step, state, waits_for IS NULL, reason
     ORDER BY state = 'failed' DESC, changes DESC, min(rowid)`);

  return {
    /** Newest first, by the order in which they were added; of one batch, what needs somebody first. */
    page(filter: JobFilter, offset = 0, limit = -1): readonly StoredJob[] {
      const { where, values } = conditionsOf(filter);
      // Few are in a state that is asked for, and those are sorted (the plus says so); else the order of the table is followed.
      const newestFirst =
        filter.states === undefined || filter.states.length === 0 ? 'job.rowid DESC' : '+job.rowid DESC';
      const order = filter.batchId === undefined ? newestFirst : `${BY_NEED}, job.rowid`;
      const rows = database
        .prepare(`SELECT ${jobColumns} FROM job WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`)
        .all({ ...values, offset, limit });
      return setAside.readable(rows, jobFromRow);
    },
    /** How many jobs are in each state. */
    counts(filter: JobFilter) {
      const { where, values } = conditionsOf(filter);
      const rows = database.prepare(`SELECT state, count(*) AS n FROM job WHERE ${where} GROUP BY state`).all(values);
      const found = setAside.rows('job', z.object({ state: jobState, n: z.number() }), rows);
      const none = Object.fromEntries(jobState.options.map((state) => [state, 0]));
      return jobCounts.parse({ ...none, ...Object.fromEntries(found.map(({ state, n }) => [state, n])) });
    },
    /** How many batches have a job that the filter keeps. */
    batchCount(filter: JobFilter): number {
      const { where, values } = conditionsOf(filter);
      return counted.parse(database.prepare(`SELECT count(DISTINCT batch_id) AS n FROM job WHERE ${where}`).get(values))
        .n;
    },
    /** The batches that have a job that the filter keeps, each whole: what goes on or failed, then what has ended; the newest first. */
    batches(filter: JobFilter, offset: number, limit: number): readonly JobBatchRow[] {
      const { where, values } = conditionsOf(filter);
      const found = database.prepare(firstBatches(where)).all({ ...values, offset, limit });
      const ids = z.array(z.object({ id: z.string() })).parse(found);
      return setAside.rows('job', batchRow, batchesWith.all({ ids: JSON.stringify(ids.map(({ id }) => id)) }));
    },
    /** Of each batch, why jobs failed, then why jobs wait: the most frequent reason first. */
    reasons: (batchIds: readonly string[]): readonly ReasonRow[] =>
      setAside.rows('job', reasonRow, reasonsOf.all({ ids: JSON.stringify(batchIds) })),
    /** What failed, is being retried or needs a person, the most frequent trouble first. */
    troubles(tenantId: string | undefined): readonly TroubleRow[] {
      const { where, values } = conditionsOf({ tenantId });
      return setAside.rows(
        'job',
        troubleRow,
        database
          .prepare(
            `SELECT reason, count(*) AS changes, count(DISTINCT coalesce(device_id, id)) AS devices,
                    CASE count(*) WHEN 1 THEN min(id) END AS jobId
               FROM job WHERE ${where} AND (state IN ('failed', 'retrying') OR (state = 'waiting' AND waits_on = 'person'))
              GROUP BY reason ORDER BY changes DESC, min(rowid)`,
          )
          .all(values),
      );
    },
    /** Since when jobs have been waiting for the network; null where none does. */
    offlineSince(tenantId: string | undefined): string | null {
      const { where, values } = conditionsOf({ tenantId });
      const row = database
        .prepare(
          `SELECT min(offline_since) AS at FROM job WHERE ${where} AND offline_since IS NOT NULL AND state IN ${ACTIVE}`,
        )
        .get(values);
      return setAside.row('job', instant, row)?.at ?? null;
    },
  };
}

/** The filter as SQL. */
function conditionsOf(filter: JobFilter): {
  readonly where: string;
  readonly values: Readonly<Record<string, string>>;
} {
  const { equal, oneOf, where, values } = createConditions('job');
  equal('tenant_id', filter.tenantId);
  equal('batch_id', filter.batchId);
  equal('kind', filter.kind);
  oneOf('id', filter.ids);
  oneOf('device_id', filter.deviceIds);
  oneOf('state', chosen(filter.states));
  return { where: where(), values };
}
