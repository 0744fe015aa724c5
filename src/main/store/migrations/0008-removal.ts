import type { Migration } from './migration.ts';

/** The computer account that somebody has still to delete in Active Directory; and the request id of a job's last refusal. */
export const removal: Migration = {
  version: 8,
  name: 'removal',
  up: `
    ALTER TABLE device ADD COLUMN computer_account TEXT;
    ALTER TABLE job ADD COLUMN request_id TEXT;
  `,
};
