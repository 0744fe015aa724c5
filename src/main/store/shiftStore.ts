import { z } from 'zod';
import { actCount, failureCount, stockCount } from '../../shared/shift/shiftCounts.ts';
import type { ShiftSpan } from '../../shared/shift/shiftSpan.ts';
import { isTime } from './isTime.ts';
import { jsonOrNull } from './storedJson.ts';
import type { Store } from './store.ts';

const identified = z.object({ id: z.uuid() });

export interface ShiftScope extends ShiftSpan {
  readonly tenantId: string | undefined;
}

/** What was done in a part of a span of time, counted in SQLite: acts that were taken back are not there any more. */
export function createShiftStore({ database, setAside }: Pick<Store, 'database' | 'setAside'>) {
  const inSpan = `bench_act.at >= @from AND bench_act.at < @to AND ${isTime('bench_act.at')}
     AND (@tenantId IS NULL OR (SELECT tenant_id FROM device WHERE id = bench_act.device_id) = @tenantId)`;
  const acts = database.prepare(`
    SELECT step, technician, @part AS part, count(*) AS acts FROM bench_act WHERE ${inSpan} GROUP BY step, technician`);
  // A failure is one act, and the run that ended with it has its code, which may have been told later. Where no run is kept, the act tells it.
  const failures = database.prepare(`
    SELECT coalesce(run.error_code, ${jsonOrNull('state_after', "state_after ->> '$.benchError.code'")}) AS errorCode, run.phase,
           count(*) AS acts
      FROM bench_act
      LEFT JOIN bench_run AS run ON run.id = (
             SELECT id FROM bench_run WHERE device_id = bench_act.device_id AND ended_at = bench_act.at
                AND result = 'failed' LIMIT 1)
     WHERE bench_act.step = 'failure' AND ${inSpan} GROUP BY 1, 2`);
  const finished = database.prepare(`
    SELECT DISTINCT device_id AS id FROM bench_act
     WHERE step IN ('success', 'failure', 'reseal', 'ship') AND ${inSpan}`);
  // A statement of its own for a tenant, so that the index of the stock is read from its first row to its last.
  const stockOf = (whose: string) =>
    database.prepare(`
    SELECT substr(bench_ended_at, 1, 10) AS day, CASE WHEN reseal = 'shipped' OR shipped_at IS NOT NULL THEN 'shipped' ELSE 'here' END AS "where",
           count(*) AS devices
      FROM device
     WHERE removed_at IS NULL AND bench = 'succeeded' AND reseal IN ('resealed', 'shipped', 'expired')
       AND ${isTime('bench_ended_at')} AND ${whose} GROUP BY 1, 2`);
  const stockOfTenant = stockOf('tenant_id = ?');
  const stockOfAll = stockOf('true');
  const valuesOf = ({ tenantId, from, to }: ShiftScope) => ({ tenantId: tenantId ?? null, from, to });

  return {
    /** @param part which part of the span that is looked back on, from 0 */
    acts: (scope: ShiftScope, part: number) =>
      setAside.rows('bench_act', actCount, acts.all({ ...valuesOf(scope), part })),
    failures: (scope: ShiftScope) => setAside.rows('bench_run', failureCount, failures.all(valuesOf(scope))),
    /** The devices that were finished, resealed or shipped. */
    finishedDevices: (scope: ShiftScope): string[] =>
      setAside.rows('bench_act', identified, finished.all(valuesOf(scope))).map(({ id }) => id),
    /** Devices that wait for their user, by the day on which their technician flow ended. */
    stock: (tenantId: string | undefined) =>
      setAside.rows('device', stockCount, tenantId === undefined ? stockOfAll.all() : stockOfTenant.all(tenantId)),
  };
}
