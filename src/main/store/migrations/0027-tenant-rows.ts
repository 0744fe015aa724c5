import type { Migration } from './migration.ts';

/**
 * Long lists of a tenant as Microsoft told them last, row by row: its corporate identifiers, its device associations, its
 * report of device preparation. A row is found by its serial number, or by what names it where it has none.
 */
export const tenantRows: Migration = {
  version: 27,
  name: 'tenant-rows',
  up: `
    CREATE TABLE tenant_row (
      tenant_id  TEXT NOT NULL,
      of         TEXT NOT NULL,
      id         TEXT NOT NULL,
      found_by   TEXT NOT NULL,
      state      TEXT NOT NULL,
      document   TEXT NOT NULL,
      PRIMARY KEY (tenant_id, of, id),
      FOREIGN KEY (tenant_id, of) REFERENCES tenant_reading (tenant_id, of) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tenant_row_by_name ON tenant_row (tenant_id, of, found_by COLLATE NOCASE, id);`,
};
