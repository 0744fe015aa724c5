import type { Migration } from '../migrate.ts';

/** Bench runs, checklists with their items, and scans. */
export const bench: Migration = {
  version: 2,
  name: 'bench',
  up: `
    CREATE TABLE bench_run (
      id            TEXT PRIMARY KEY,
      device_id     TEXT NOT NULL REFERENCES device (id),
      started_at    TEXT NOT NULL,
      ended_at      TEXT,
      result        TEXT CHECK (result IN ('succeeded', 'failed')),
      elapsed_ms    INTEGER,
      error_code    TEXT,
      note          TEXT,
      override_reason TEXT,
      technician    TEXT NOT NULL
    ) STRICT;
    CREATE INDEX bench_run_by_device ON bench_run (device_id, started_at);

    CREATE TABLE checklist (
      id            TEXT PRIMARY KEY,
      device_id     TEXT NOT NULL REFERENCES device (id),
      template_id   TEXT NOT NULL,
      template_version INTEGER NOT NULL,
      title         TEXT NOT NULL,
      started_at    TEXT NOT NULL,
      completed_at  TEXT
    ) STRICT;
    CREATE UNIQUE INDEX checklist_by_device ON checklist (device_id, template_id);

    CREATE TABLE checklist_item (
      checklist_id  TEXT NOT NULL REFERENCES checklist (id),
      position      INTEGER NOT NULL,
      item_id       TEXT NOT NULL,
      definition    TEXT NOT NULL,
      state         TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'skipped', 'failed')),
      note          TEXT,
      by            TEXT,
      at            TEXT,
      PRIMARY KEY (checklist_id, item_id)
    ) STRICT;

    CREATE TABLE scan (
      id            INTEGER PRIMARY KEY,
      at            TEXT NOT NULL,
      raw           TEXT NOT NULL,
      kind          TEXT NOT NULL,
      device_id     TEXT REFERENCES device (id),
      verdict       TEXT NOT NULL
    ) STRICT;
  `,
};
