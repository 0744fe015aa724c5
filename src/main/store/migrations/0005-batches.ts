import type { Migration } from './migration.ts';

/**
 * Jobs that one act brought about belong together, and their sentence has room for how many devices it is about; and indexes
 * that hold just what the outbox looks at every second.
 */
export const batches: Migration = {
  version: 5,
  name: 'batches',
  up: `
    ALTER TABLE job RENAME COLUMN sentence TO act;
    ALTER TABLE job ADD COLUMN batch_id TEXT NOT NULL DEFAULT '';
    UPDATE job SET batch_id = id;
    CREATE INDEX job_by_batch ON job (batch_id, state, finished_at);
    CREATE INDEX job_by_batch_due ON job (batch_id, due_at)
      WHERE state IN ('waiting', 'retrying') AND waits_for IS NULL;
    CREATE INDEX job_by_tenant_batch ON job (tenant_id, batch_id, state);
    CREATE INDEX job_by_tenant ON job (tenant_id);

    DROP INDEX job_by_due;
    CREATE INDEX job_by_group ON job (tenant_id, kind, step) WHERE state IN ('waiting', 'leased', 'retrying');
    CREATE INDEX job_by_due ON job (due_at, tenant_id, kind, step)
      WHERE state IN ('waiting', 'retrying') AND waits_for IS NULL;
    CREATE INDEX job_by_group_due ON job (tenant_id, kind, step, due_at)
      WHERE state IN ('waiting', 'retrying') AND waits_for IS NULL;
    CREATE INDEX job_by_group_schedule ON job (tenant_id, kind, step, scheduled_at)
      WHERE state IN ('waiting', 'retrying') AND waits_for IS NULL;
    CREATE INDEX job_by_offline ON job (offline_since) WHERE offline_since IS NOT NULL;
  `,
};
