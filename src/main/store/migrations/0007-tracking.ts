import type { Migration } from './migration.ts';

/**
 * Since when a hardware change has been pending, with Microsoft's word where it is new to us; how following each tenant goes,
 * for every process to see; and what became of apps and policies in a deployment.
 */
export const tracking: Migration = {
  version: 7,
  name: 'tracking',
  up: `
    ALTER TABLE device ADD COLUMN remediation_status TEXT NOT NULL DEFAULT 'unknown'
      CHECK (remediation_status = 'unknown' OR remediation_status = 'none' OR remediation_status = 'fixPending'
        OR remediation_status = 'attentionRequired');
    UPDATE device SET remediation_status = remediation WHERE registration = 'registered' OR remediation <> 'none';
    ALTER TABLE device DROP COLUMN remediation;
    ALTER TABLE device RENAME COLUMN remediation_status TO remediation;
    ALTER TABLE device ADD COLUMN remediation_detail TEXT;
    ALTER TABLE device ADD COLUMN remediation_at TEXT;
    UPDATE device SET remediation_at = profile_at WHERE remediation = 'fixPending' OR remediation = 'attentionRequired';

    CREATE TABLE tracking (
      tenant_id     TEXT PRIMARY KEY REFERENCES tenant (id),
      read_at       TEXT,
      events_read_at TEXT,
      failing_since TEXT,
      failed_at     TEXT,
      failure_kind  TEXT,
      problem       TEXT,
      CHECK ((failing_since IS NULL) = (problem IS NULL))
    ) STRICT;

    ALTER TABLE deployment_event ADD COLUMN policies TEXT NOT NULL DEFAULT '[]';
  `,
};
