import type { Migration } from './migration.ts';

/** What only an encrypted queue may keep: the sign-ins of people. */
export const secrets: Migration = {
  version: 30,
  name: 'secrets',
  up: `
    CREATE TABLE secret (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`,
};
