import type { Migration } from './migration.ts';

/**
 * What else the queue is filtered and sorted by, each with its index. The scenario and the last day of use follow from the rules,
 * as the next step does: the first start of this build states all three.
 */
export const queueFilters: Migration = {
  version: 37,
  name: 'queue filters',
  up: `
    ALTER TABLE device ADD COLUMN scenario TEXT NOT NULL DEFAULT 'unknown';
    ALTER TABLE device ADD COLUMN use_by TEXT;
    CREATE INDEX device_by_manufacturer ON device (tenant_id, manufacturer COLLATE NOCASE) WHERE removed_at IS NULL;
    CREATE INDEX device_by_profile_name ON device (tenant_id, profile_name COLLATE NOCASE) WHERE removed_at IS NULL;
    CREATE INDEX device_by_scenario ON device (tenant_id, scenario COLLATE NOCASE) WHERE removed_at IS NULL;
    CREATE INDEX device_by_place ON device (tenant_id, shelf COLLATE NOCASE) WHERE removed_at IS NULL;
    CREATE INDEX device_by_reseal ON device (tenant_id, resealed_at) WHERE removed_at IS NULL;
    CREATE INDEX device_by_use_by ON device (tenant_id, use_by) WHERE removed_at IS NULL;
    DELETE FROM setting WHERE name = 'nextStepRules';
  `,
};
