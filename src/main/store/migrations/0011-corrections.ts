import type { Migration } from './migration.ts';

/** What a person typed over a row before it was imported: field, what was shown before, and what it became, as JSON. */
export const corrections: Migration = {
  version: 11,
  name: 'corrections',
  up: `ALTER TABLE import_row ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]';`,
};
