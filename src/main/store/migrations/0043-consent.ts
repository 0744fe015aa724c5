import type { Migration } from './migration.ts';

/** Whether a customer has agreed that somebody else registers its devices; a customer without a row needs no consent. */
export const consent: Migration = {
  version: 43,
  name: 'consent',
  up: `
    CREATE TABLE consent (
      tenant_id     TEXT PRIMARY KEY REFERENCES tenant (id),
      state         TEXT NOT NULL,
      way           TEXT,
      link          TEXT,
      changed_at    TEXT NOT NULL,
      changed_by    TEXT NOT NULL,
      verified_at   TEXT,
      verified_by   TEXT
    ) STRICT;
  `,
};
