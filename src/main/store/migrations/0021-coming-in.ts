import type { Migration } from './migration.ts';

/** How devices come in without a hash: the partner's way, what a technician confirms, what the code on the page proves. */
export const comingIn: Migration = {
  version: 21,
  name: 'coming-in',
  up: `
    ALTER TABLE device ADD COLUMN tpm_confirmed_at TEXT;
    ALTER TABLE device ADD COLUMN tpm_confirmed_by TEXT;
    ALTER TABLE device ADD COLUMN registration_way TEXT;
    ALTER TABLE device ADD COLUMN partner_file_at TEXT;
    ALTER TABLE device ADD COLUMN partner_file_name TEXT;
    ALTER TABLE device ADD COLUMN page_scanned_at TEXT;
    ALTER TABLE device ADD COLUMN profile_on_page TEXT;`,
};
