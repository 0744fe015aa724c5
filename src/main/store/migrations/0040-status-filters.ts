import type { Migration } from './migration.ts';

/**
 * The index of the statuses goes on with the group tag and the model: a filter by statuses and tags, or by tags and models,
 * is then a few ranges of one index, instead of a set that is looked up in another. No other index grows, so that a change
 * of a status writes as many as before.
 */
export const statusFilters: Migration = {
  version: 40,
  name: 'status filters',
  up: `
    DROP INDEX device_by_status;
    CREATE INDEX device_by_status ON device (tenant_id, next_step, registration, profile, enrollment, bench, reseal,
      shown_group_tag COLLATE NOCASE, model COLLATE NOCASE) WHERE removed_at IS NULL;
  `,
};
