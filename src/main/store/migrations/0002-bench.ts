import type { Migration } from './migration.ts';

/** Bench runs and the acts that make them up, checklists with what people marked, and scans. */
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
      override_reason TEXT,
      technician    TEXT NOT NULL
    ) STRICT;
    CREATE INDEX bench_run_by_device ON bench_run (device_id, started_at);

    CREATE TABLE bench_act (
      id            INTEGER PRIMARY KEY,
      device_id     TEXT NOT NULL REFERENCES device (id),
      step          TEXT NOT NULL CHECK (step IN ('start', 'success', 'failure', 'reseal', 'ship', 'userFlowDone')),
      at            TEXT NOT NULL,
      state_before  TEXT NOT NULL,
      state_after   TEXT NOT NULL
    ) STRICT;
    CREATE INDEX bench_act_by_device ON bench_act (device_id, id);

    CREATE TABLE checklist_template (
      id            TEXT NOT NULL,
      version       INTEGER NOT NULL,
      definition    TEXT NOT NULL,
      PRIMARY KEY (id, version)
    ) STRICT;

    CREATE TABLE checklist (
      id            TEXT PRIMARY KEY,
      device_id     TEXT NOT NULL REFERENCES device (id),
      template_id   TEXT NOT NULL,
      template_version INTEGER NOT NULL,
      started_at    TEXT NOT NULL,
      ended_at      TEXT,
      FOREIGN KEY (template_id, template_version) REFERENCES checklist_template (id, version)
    ) STRICT;
    CREATE INDEX checklist_by_device ON checklist (device_id, template_id, started_at);

    CREATE TABLE checklist_mark (
      id            INTEGER PRIMARY KEY,
      checklist_id  TEXT NOT NULL REFERENCES checklist (id),
      item_id       TEXT NOT NULL,
      state         TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped', 'failed')),
      note          TEXT,
      by            TEXT NOT NULL,
      at            TEXT NOT NULL
    ) STRICT;
    CREATE INDEX checklist_mark_by_item ON checklist_mark (checklist_id, item_id, id);

    CREATE TABLE tenant_checklist_mark (
      id            INTEGER PRIMARY KEY,
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      template_id   TEXT NOT NULL,
      item_id       TEXT NOT NULL,
      state         TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped', 'failed')),
      note          TEXT,
      by            TEXT NOT NULL,
      at            TEXT NOT NULL
    ) STRICT;
    CREATE INDEX tenant_checklist_mark_by_item ON tenant_checklist_mark (tenant_id, template_id, item_id, id);

    CREATE TABLE scan (
      id            INTEGER PRIMARY KEY,
      at            TEXT NOT NULL,
      raw           TEXT NOT NULL,
      kind          TEXT NOT NULL,
      device_id     TEXT REFERENCES device (id),
      verdict       TEXT NOT NULL
    ) STRICT;
    CREATE INDEX scan_by_device ON scan (device_id, kind, at) WHERE device_id IS NOT NULL;
  `,
};
