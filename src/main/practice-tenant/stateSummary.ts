import type { JsonObject } from './protocol/graphMessages.ts';
import type { TenantState } from './state/openState.ts';

/** Counts of what the tenant holds, by status. */
export function stateSummary(state: TenantState): JsonObject {
  const count = (sql: string): JsonObject =>
    Object.fromEntries(
      state.database
        .prepare<[], { readonly name: string; readonly count: number }>(sql)
        .all()
        .map((row) => [row.name, row.count]),
    );
  return {
    imports: count('SELECT status AS name, count(*) AS count FROM import_record GROUP BY status'),
    devices: count(
      'SELECT profile_status AS name, count(*) AS count FROM autopilot_device WHERE is_listed = 1 GROUP BY profile_status',
    ),
    enrollment: count(
      'SELECT enrollment_state AS name, count(*) AS count FROM autopilot_device WHERE is_listed = 1 GROUP BY enrollment_state',
    ),
    upcoming: count('SELECT kind AS name, count(*) AS count FROM due_event GROUP BY kind'),
  };
}
