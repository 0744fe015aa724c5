import type { Migration } from './migration.ts';

/** The purchase order that a file said of a device, beside the one that Microsoft holds. */
export const purchaseOrderInFile: Migration = {
  version: 16,
  name: 'purchase order in file',
  up: 'ALTER TABLE device ADD COLUMN purchase_order_in_file TEXT;',
};
