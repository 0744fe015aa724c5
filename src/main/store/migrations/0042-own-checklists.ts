import type { Migration } from './migration.ts';

/** The checklists that a lab made itself, and of which of ours each is a copy. A removed one stays: sheets may go on with it. */
export const ownChecklists: Migration = {
  version: 42,
  name: 'own checklists',
  up: `
    CREATE TABLE own_checklist (
      id            TEXT PRIMARY KEY,
      definition    TEXT NOT NULL,
      based_on      TEXT,
      based_version INTEGER,
      changed_at    TEXT NOT NULL,
      changed_by    TEXT NOT NULL,
      removed_at    TEXT
    ) STRICT;
  `,
};
