import type { Migration } from './migration.ts';

/** The phase in which a technician flow failed, how long flows of a tenant may take, and the groups that a device is in. */
export const esp: Migration = {
  version: 28,
  name: 'esp',
  up: `
    ALTER TABLE bench_run ADD COLUMN phase TEXT;
    ALTER TABLE tenant ADD COLUMN flow_minutes INTEGER CHECK (flow_minutes > 0);
    ALTER TABLE device ADD COLUMN membership TEXT;`,
};
