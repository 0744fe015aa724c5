import type { Migration } from './migration.ts';

/**
 * A technician flow of which only the end is known has no start. The next steps of failed devices follow their codes now, and
 * an enrolled device may not simply start again: the copies by which the queue is filtered are brought in step.
 */
export const unknownStarts: Migration = {
  version: 15,
  name: 'unknown starts',
  up: `
    CREATE TABLE bench_run_anew (
      id            TEXT PRIMARY KEY,
      device_id     TEXT NOT NULL REFERENCES device (id),
      started_at    TEXT,
      ended_at      TEXT,
      result        TEXT CHECK (result IN ('succeeded', 'failed')),
      elapsed_ms    INTEGER,
      error_code    TEXT,
      override_reason TEXT,
      technician    TEXT NOT NULL,
      CHECK (started_at IS NOT NULL OR ended_at IS NOT NULL)
    ) STRICT;
    INSERT INTO bench_run_anew
      SELECT id, device_id, started_at, ended_at, result, elapsed_ms, error_code, override_reason, technician
        FROM bench_run ORDER BY rowid;
    DROP TABLE bench_run;
    ALTER TABLE bench_run_anew RENAME TO bench_run;
    CREATE INDEX bench_run_by_device ON bench_run (device_id, coalesce(started_at, ended_at));

    UPDATE device SET next_step = CASE lower(json_extract(bench_error, '$.code'))
        WHEN '0x80070490' THEN 'updateFirmware'
        WHEN '0x801c03ea' THEN 'updateFirmware'
        WHEN '0x81039024' THEN 'updateFirmware'
        WHEN '0x81039023' THEN 'updateWindows'
        WHEN '0x801c03f3' THEN CASE WHEN registration_at > bench_ended_at THEN next_step ELSE 'deregister' END
        WHEN '0x80180014' THEN
          CASE WHEN enrollment = 'notEnrolled' AND enrollment_at > bench_ended_at THEN next_step ELSE 'unblock' END
        WHEN '0x80180005' THEN
          CASE WHEN profile_allows_pre_provisioning = 1 AND profile_assigned_at > bench_ended_at THEN next_step
               ELSE 'fixProfile' END
        WHEN '0x80070774' THEN 'askAdministrator'
        WHEN '0x80180018' THEN 'askAdministrator'
        WHEN '0x801c0003' THEN 'askAdministrator'
        WHEN '0xc1036501' THEN 'askAdministrator'
        ELSE next_step END
      WHERE next_step = 'retryBench';
    UPDATE device SET next_step = 'clearGate' WHERE next_step = 'startBench' AND enrollment = 'enrolled';
  `,
};
