import type { Migration } from './migration.ts';

/** What a tenant has in Intune besides devices, as Microsoft told it last: its deployment profiles. */
export const profiles: Migration = {
  version: 25,
  name: 'profiles',
  up: `
    CREATE TABLE tenant_reading (
      tenant_id  TEXT NOT NULL REFERENCES tenant (id),
      of         TEXT NOT NULL,
      read_at    TEXT NOT NULL,
      is_whole   INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
      document   TEXT NOT NULL,
      PRIMARY KEY (tenant_id, of)
    ) STRICT, WITHOUT ROWID;`,
};
