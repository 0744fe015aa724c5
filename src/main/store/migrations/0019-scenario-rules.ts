import type { Migration } from './migration.ts';

/**
 * What is said of many devices at once: rules by group tag, the batch of a device, the tenant's default. What was said of
 * a batch stood where a person's own choice stands, and goes to its own place.
 */
export const scenarioRules: Migration = {
  version: 19,
  name: 'scenario rules',
  up: `
    CREATE TABLE scenario_rule (
      tenant_id TEXT NOT NULL REFERENCES tenant (id),
      group_tag TEXT NOT NULL,
      profile TEXT,
      scenario TEXT,
      join_type TEXT,
      PRIMARY KEY (tenant_id, group_tag)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE tenant ADD COLUMN default_scenario TEXT;
    ALTER TABLE tenant ADD COLUMN default_join_type TEXT;
    ALTER TABLE device ADD COLUMN batch_scenario TEXT;
    ALTER TABLE device ADD COLUMN batch_join_type TEXT;
    UPDATE device
       SET batch_scenario = chosen_scenario, batch_join_type = chosen_join_type,
           chosen_scenario = NULL, chosen_join_type = NULL
     WHERE chosen_scenario_by = 'batch';
    ALTER TABLE device DROP COLUMN chosen_scenario_by;`,
};
