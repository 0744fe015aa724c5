import type { Migration } from './migration.ts';

/** Who did each act at the bench, and the acts by their time: what the list of a shift is counted from. */
export const shift: Migration = {
  version: 36,
  name: 'shift',
  up: `
    ALTER TABLE bench_act ADD COLUMN technician TEXT NOT NULL DEFAULT '—';
    UPDATE bench_act SET technician = coalesce(
      (SELECT technician FROM bench_run WHERE bench_run.device_id = bench_act.device_id
          AND bench_act.at IN (bench_run.started_at, bench_run.ended_at) LIMIT 1), '—');
    CREATE INDEX bench_act_by_time ON bench_act (at, device_id, step, technician);
  `,
};
