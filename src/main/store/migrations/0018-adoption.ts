import type { Migration } from './migration.ts';

/** Who registered a device, as far as that can be told; and the purchase orders of devices that a tenant lists besides the queue. */
export const adoption: Migration = {
  version: 18,
  name: 'adoption',
  up: `
    ALTER TABLE device ADD COLUMN registered_by TEXT;
    ALTER TABLE listed_device ADD COLUMN purchase_order TEXT;`,
};
