import type { Migration } from './migration.ts';

/** Changes on their way to Microsoft, the processes that send them, and the budgets that a restart must not break. */
export const outbox: Migration = {
  version: 3,
  name: 'outbox',
  up: `
    CREATE TABLE runner (
      id            TEXT PRIMARY KEY,
      host          TEXT NOT NULL,
      process_id    INTEGER NOT NULL,
      beat          INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE job (
      id            TEXT PRIMARY KEY,
      kind          TEXT NOT NULL,
      step          TEXT NOT NULL,
      wish          TEXT NOT NULL,
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      device_id     TEXT REFERENCES device (id),
      sentence      TEXT NOT NULL,
      payload       TEXT NOT NULL,
      progress      TEXT NOT NULL DEFAULT '{}',
      state         TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'retrying', 'done', 'failed', 'cancelled')),
      waits_on      TEXT NOT NULL DEFAULT 'time' CHECK (waits_on IN ('time', 'network', 'person')),
      waits_for     TEXT,
      offline_since TEXT,
      explanation   TEXT,
      attempts      INTEGER NOT NULL DEFAULT 0,
      scheduled_at  TEXT NOT NULL,
      due_at        TEXT NOT NULL,
      lease_owner   TEXT REFERENCES runner (id),
      created_at    TEXT NOT NULL,
      finished_at   TEXT,
      CHECK ((state = 'leased') = (lease_owner IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX job_by_wish ON job (wish) WHERE state IN ('waiting', 'retrying');
    CREATE INDEX job_by_unfinished_wish ON job (wish) WHERE state IN ('waiting', 'leased', 'retrying');
    CREATE INDEX job_by_due ON job (tenant_id, kind, step, due_at) WHERE state IN ('waiting', 'retrying');
    CREATE INDEX job_by_lease ON job (lease_owner) WHERE state = 'leased';
    CREATE INDEX job_by_fact ON job (waits_for) WHERE waits_for IS NOT NULL;
    CREATE INDEX job_by_device ON job (device_id, created_at);
    CREATE INDEX job_by_tenant_state ON job (tenant_id, state);

    CREATE TABLE budget (
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      name          TEXT NOT NULL,
      spent_at      TEXT NOT NULL,
      allowed_at    TEXT NOT NULL,
      PRIMARY KEY (tenant_id, name)
    ) STRICT;
  `,
};
