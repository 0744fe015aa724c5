import type { Migration } from './migration.ts';

/** Notes to the next shift; and the resealed devices by the day of their technician flow, so that the stock is counted without the queue. */
export const shiftNotes: Migration = {
  version: 39,
  name: 'shift notes',
  up: `
    CREATE TABLE shift_note (
      id         TEXT NOT NULL PRIMARY KEY,
      at         TEXT NOT NULL,
      technician TEXT NOT NULL,
      text       TEXT NOT NULL
    ) STRICT;
    CREATE INDEX shift_note_by_time ON shift_note (at);
    CREATE INDEX device_stock ON device (tenant_id, substr(bench_ended_at, 1, 10), reseal, shipped_at, bench_ended_at)
     WHERE removed_at IS NULL AND bench = 'succeeded' AND reseal IN ('resealed', 'shipped', 'expired');
  `,
};
