import type { Migration } from './migration.ts';

/** The purchase order that Microsoft holds of a device; known already of those whose answer was kept. */
export const purchaseOrder: Migration = {
  version: 12,
  name: 'purchase order',
  up: `
    ALTER TABLE device ADD COLUMN purchase_order TEXT;
    UPDATE device SET purchase_order = nullif(json_extract(microsoft, '$.purchaseOrderIdentifier'), '')
     WHERE ztd_id IS NOT NULL AND json_type(microsoft, '$.purchaseOrderIdentifier') = 'text';`,
};
