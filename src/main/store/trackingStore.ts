import { z } from 'zod';
import type { Trouble } from '../../shared/jobs/trouble.ts';
import { trackingProblem, type TrackingProblem } from '../../shared/tracking/trackingProblem.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

const MINUTE_MS = 60_000;
/**
 * How long an offline failure counts. The tracker tries twice a minute while offline, so an older one is from a process
 * that has ended.
 */
const OFFLINE_HOLDS_MS = 2 * MINUTE_MS;
/** How long any other failure counts: the tracker waits a quarter of an hour at most between two tries. */
const PROBLEM_HOLDS_MS = 30 * MINUTE_MS;
/**
 * How long a reading by another process counts: it may be signed in where this one is not, and it reads every half
 * hour.
 */
const READ_HOLDS_MS = 35 * MINUTE_MS;

const failureRow = z.object({
  tenantName: z.string(),
  kind: z.string().nullable(),
  problem: storedJson(trackingProblem),
  failingSince: z.iso.datetime(),
});
type FailureRow = z.infer<typeof failureRow>;
const readRow = z.object({ readAt: z.iso.datetime().nullable() });
const eventsRow = z.object({ eventsReadAt: z.iso.datetime().nullable() });

/** How following each tenant goes, for every process to see: the one that tracks is often not the one that is asked. */
export function createTrackingStore({ database, setAside }: Store, now: () => Date) {
  const succeed = database.prepare(`
    INSERT INTO tracking (tenant_id, read_at) VALUES (@tenantId, @at)
    ON CONFLICT (tenant_id) DO UPDATE SET read_at = @at, failing_since = NULL, failed_at = NULL, failure_kind = NULL, problem = NULL`);
  const fail = database.prepare(`
    INSERT INTO tracking (tenant_id, failing_since, failed_at, failure_kind, problem)
    VALUES (@tenantId, @at, @at, @kind, @problem)
    ON CONFLICT (tenant_id) DO UPDATE SET failing_since = coalesce(failing_since, @at), failed_at = @at,
      failure_kind = @kind, problem = @problem`);
  const reach = database.prepare(`
    UPDATE tracking SET failing_since = NULL, failed_at = NULL, failure_kind = NULL, problem = NULL
     WHERE tenant_id = @tenantId AND failure_kind = 'offline'`);
  const readAt = database.prepare('SELECT tenant_id AS tenantId, read_at AS readAt FROM tracking WHERE tenant_id = ?');
  const failing = database.prepare('SELECT 1 FROM tracking WHERE tenant_id = ? AND problem IS NOT NULL');
  const failures = database.prepare(`
    SELECT tenant_id AS tenantId, tenant.name AS tenantName, failure_kind AS kind, problem, failing_since AS failingSince
      FROM tracking JOIN tenant ON tenant.id = tenant_id
     WHERE problem IS NOT NULL AND tenant.removed_at IS NULL AND (@tenantId IS NULL OR tenant_id = @tenantId)
       AND (failure_kind <> 'unauthorized' OR failure_kind IS NULL OR read_at IS NULL OR read_at < @readBefore)
       AND failed_at > CASE failure_kind WHEN 'offline' THEN @offlineAfter ELSE @problemsAfter END
     ORDER BY failing_since`);
  const eventsRead = database.prepare(`
    INSERT INTO tracking (tenant_id, events_read_at) VALUES (@tenantId, @at)
    ON CONFLICT (tenant_id) DO UPDATE SET events_read_at = @at`);
  const eventsReadAt = database.prepare(
    'SELECT tenant_id AS tenantId, events_read_at AS eventsReadAt FROM tracking WHERE tenant_id = ?',
  );

  function current(tenantId: string | undefined): readonly FailureRow[] {
    const nowMs = now().getTime();
    return setAside.rows(
      'tracking',
      failureRow,
      failures.all({
        tenantId: tenantId ?? null,
        offlineAfter: new Date(nowMs - OFFLINE_HOLDS_MS).toISOString(),
        readBefore: new Date(nowMs - READ_HOLDS_MS).toISOString(),
        problemsAfter: new Date(nowMs - PROBLEM_HOLDS_MS).toISOString(),
      }),
    );
  }

  const lastRead = (tenantId: string): string | null =>
    setAside.row('tracking', readRow, readAt.get(tenantId))?.readAt ?? null;

  return {
    /** @param at when the reading began: nothing newer is known by it */
    succeeded: (tenantId: string, at: Date): void => void succeed.run({ tenantId, at: at.toISOString() }),
    /** @param kind of a GraphError; null where something else went wrong */
    failed: (tenantId: string, kind: string | null, problem: TrackingProblem): void =>
      void fail.run({ tenantId, kind, problem: JSON.stringify(problem), at: now().toISOString() }),
    /** The tenant has answered, so the network is there; what else kept it from being followed may still be so. */
    reached: (tenantId: string): void => void reach.run({ tenantId }),
    /** As of when the tenant's devices are known; null where they were never read, or nobody can tell: they are read anew then. */
    readAt: lastRead,
    /** Whether a process has read the tenant lately: what it was told counts for all. */
    wasReadLately: (tenantId: string): boolean =>
      (lastRead(tenantId) ?? '') > new Date(now().getTime() - READ_HOLDS_MS).toISOString(),
    /** Whether what was last tried has failed. */
    isFailing: (tenantId: string): boolean => failing.get(tenantId) !== undefined,
    /** Since when a tenant cannot be reached; null where the last look at each was answered. */
    offlineSince: (tenantId: string | undefined): string | null =>
      current(tenantId).find(({ kind }) => kind === 'offline')?.failingSince ?? null,
    /** What keeps devices from being followed, besides the network. */
    problems: (tenantId: string | undefined): readonly Trouble[] =>
      current(tenantId)
        .filter(({ kind }) => kind !== 'offline')
        .map(({ tenantName, problem, failingSince }) => ({
          code: 'tracking.notRead',
          tenantName,
          lastedMs: Math.max(0, now().getTime() - Date.parse(failingSince)),
          problem,
        })),
    eventsRead: (tenantId: string): void => void eventsRead.run({ tenantId, at: now().toISOString() }),
    /** When the deployment report was last read; null where it never was. */
    eventsReadAt: (tenantId: string): string | null =>
      setAside.row('tracking', eventsRow, eventsReadAt.get(tenantId))?.eventsReadAt ?? null,
  };
}
