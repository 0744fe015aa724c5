import type { Migration } from './migration.ts';

/** What Intune's record of a device tells of its use, and which record of it is known to be deleted. */
export const intuneRecord: Migration = {
  version: 23,
  name: 'intune-record',
  up: `
    ALTER TABLE device ADD COLUMN intune_enrolled_at TEXT;
    ALTER TABLE device ADD COLUMN intune_contact_at TEXT;
    ALTER TABLE device ADD COLUMN intune_contact_told TEXT;
    ALTER TABLE device ADD COLUMN intune_has_user INTEGER;
    ALTER TABLE device ADD COLUMN intune_read_at TEXT;
    ALTER TABLE device ADD COLUMN deleted_managed_device_id TEXT;`,
};
