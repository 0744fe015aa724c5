import type { Migration } from './migration.ts';

/**
 * Says in the file itself that it is a queue of Reseal, and which one: a file of another program is not taken for one, and a copy
 * is known again on another disk.
 */
export const queueIdentity: Migration = {
  version: 32,
  name: 'queueIdentity',
  up: `
    PRAGMA application_id = 0x52534C31;

    INSERT OR IGNORE INTO setting (name, value)
    SELECT 'queueId', json_quote(substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-4' || substr(hex, 14, 3) || '-a'
             || substr(hex, 18, 3) || '-' || substr(hex, 21, 12))
      FROM (SELECT lower(hex(randomblob(16))) AS hex);
  `,
};
