import type { Migration } from './migration.ts';

/**
 * What Microsoft held of each device when it was read last, and when it was noticed that somebody else had set it. Until now that
 * stood in its raw answer alone.
 */
export const heldValues: Migration = {
  version: 20,
  name: 'held values',
  up: `
    ALTER TABLE device ADD COLUMN held_group_tag TEXT;
    ALTER TABLE device ADD COLUMN held_user TEXT;
    ALTER TABLE device ADD COLUMN held_user_name TEXT;
    ALTER TABLE device ADD COLUMN held_name TEXT;
    ALTER TABLE device ADD COLUMN group_tag_elsewhere_at TEXT;
    ALTER TABLE device ADD COLUMN user_elsewhere_at TEXT;
    ALTER TABLE device ADD COLUMN name_elsewhere_at TEXT;
    ALTER TABLE device ADD COLUMN purchase_order_elsewhere_at TEXT;
    UPDATE device SET
      held_group_tag = nullif(json_extract(microsoft, '$.groupTag'), ''),
      held_user = nullif(json_extract(microsoft, '$.userPrincipalName'), ''),
      held_user_name = nullif(json_extract(microsoft, '$.addressableUserName'), ''),
      held_name = nullif(json_extract(microsoft, '$.displayName'), '')
     WHERE microsoft IS NOT NULL;`,
};
