import type { Migration } from './migration.ts';

/** A customer may be there before its tenant: what is done for it waits until a person says that it may be sent. */
export const lanes: Migration = {
  version: 35,
  name: 'lanes',
  up: `
    ALTER TABLE tenant ADD COLUMN sends_since TEXT;
    UPDATE tenant SET sends_since = created_at;
  `,
};
