import type { Migration } from './migration.ts';

/**
 * Where a device stands, each place with one device at most; the latest good runs, which tell what is usual; and which alarms of the
 * bench have been told.
 */
export const shelves: Migration = {
  version: 33,
  name: 'shelves',
  up: `
    ALTER TABLE device ADD COLUMN shelf TEXT;
    CREATE UNIQUE INDEX device_by_shelf ON device (shelf COLLATE NOCASE) WHERE shelf IS NOT NULL;
    CREATE INDEX bench_run_good ON bench_run (ended_at) WHERE result = 'succeeded';
    CREATE TABLE alarm (key TEXT NOT NULL PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;`,
};
