import type { Migration } from '../migrate.ts';

/** Changes on their way to Microsoft, and the budgets that a restart must not break. */
export const outbox: Migration = {
  version: 3,
  name: 'outbox',
  up: `
    CREATE TABLE job (
      id            TEXT PRIMARY KEY,
      kind          TEXT NOT NULL,
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      device_id     TEXT REFERENCES device (id),
      payload       TEXT NOT NULL,
      state         TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'retrying', 'done', 'failed', 'cancelled')),
      attempts      INTEGER NOT NULL DEFAULT 0,
      due_at        TEXT NOT NULL,
      lease_owner   TEXT,
      lease_until   TEXT,
      after_job_id  TEXT REFERENCES job (id),
      last_error    TEXT,
      idempotency_key TEXT NOT NULL UNIQUE,
      created_at    TEXT NOT NULL,
      finished_at   TEXT
    ) STRICT;
    CREATE INDEX job_by_due ON job (due_at) WHERE state IN ('waiting', 'leased', 'retrying');
    CREATE INDEX job_by_device ON job (device_id, created_at);
    CREATE INDEX job_by_tenant_state ON job (tenant_id, state);

    CREATE TABLE budget (
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      name          TEXT NOT NULL,
      allowed_at    TEXT NOT NULL,
      PRIMARY KEY (tenant_id, name)
    ) STRICT;
  `,
};
