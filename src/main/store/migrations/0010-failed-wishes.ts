import type { Migration } from './migration.ts';

/** Every new wish puts aside what failed of the same wish; without an index that reads all jobs for each. */
export const failedWishes: Migration = {
  version: 10,
  name: 'failed wishes',
  up: `CREATE INDEX job_by_failed_wish ON job (wish) WHERE state = 'failed';`,
};
