import type { Migration } from './migration.ts';

/** When a device was associated for device preparation; its DeviceLink, which is a secret, is forgotten then. */
export const association: Migration = {
  version: 26,
  name: 'association',
  up: 'ALTER TABLE device ADD COLUMN associated_at TEXT;',
};
