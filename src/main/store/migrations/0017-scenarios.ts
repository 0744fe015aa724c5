import type { Migration } from './migration.ts';

/** How each device is to be deployed: what somebody chose, and what the assigned profile is for. */
export const scenarios: Migration = {
  version: 17,
  name: 'scenarios',
  up: `
    ALTER TABLE device ADD COLUMN chosen_scenario TEXT;
    ALTER TABLE device ADD COLUMN chosen_scenario_by TEXT;
    ALTER TABLE device ADD COLUMN chosen_join_type TEXT;
    ALTER TABLE device ADD COLUMN profile_usage TEXT;
    ALTER TABLE device ADD COLUMN profile_join TEXT;`,
};
