import type { Migration } from './migration.ts';

const STATUSES = 'next_step, registration, profile, enrollment, bench, reseal';
const statusesOf = (row: 'new' | 'old'): string =>
  STATUSES.split(', ')
    .map((column) => `${row}.${column}`)
    .join(', ');
/** Microsoft has told what it holds of this registration. */
const IS_READ = `microsoft_read_at IS NOT NULL AND (registration = 'registered' OR registration = 'removing')`;
const countOf = (row: 'new' | 'old', by: 1 | -1): string => `
  INSERT INTO device_count (tenant_id, ${STATUSES}, devices)
    SELECT ${row}.tenant_id, ${statusesOf(row)}, ${by} WHERE ${row}.removed_at IS NULL
    ON CONFLICT DO UPDATE SET devices = devices + ${by};`;

/** Whether a checklist is complete is worked out; what it rests on has changed, so that it has to be worked out again. */
const forgets = (name: string, event: string, which: string): string => `
  CREATE TRIGGER ${name} AFTER ${event}
    BEGIN UPDATE checklist SET is_complete = NULL WHERE is_complete IS NOT NULL AND (${which}); END;`;

/**
 * What lists are read by, so that none walks the whole queue: an index for each order and for the statuses, the number of
 * devices at each combination of statuses, the words of each device with the triples of letters in them, what the tracker
 * looks for, and whether a checklist is complete, as far as that was worked out.
 */
export const lists: Migration = {
  version: 24,
  name: 'lists',
  up: `
    DROP INDEX device_by_serial;
    DROP INDEX device_by_next_step;
    DROP INDEX device_by_registration;
    DROP INDEX device_by_batch;
    CREATE INDEX device_by_serial ON device (tenant_id, serial_number COLLATE NOCASE) WHERE removed_at IS NULL;
    CREATE INDEX device_by_product_key ON device (product_key_id COLLATE NOCASE) WHERE product_key_id IS NOT NULL;
    CREATE INDEX device_by_creation ON device (tenant_id, created_at) WHERE removed_at IS NULL;
    CREATE INDEX device_by_model ON device (tenant_id, model COLLATE NOCASE) WHERE removed_at IS NULL;
    ALTER TABLE device ADD COLUMN shown_group_tag TEXT
      AS (CASE WHEN ${IS_READ} THEN held_group_tag ELSE group_tag END) VIRTUAL;
    ALTER TABLE device ADD COLUMN shown_user TEXT
      AS (CASE WHEN ${IS_READ} THEN held_user ELSE assigned_user END) VIRTUAL;
    ALTER TABLE device ADD COLUMN may_differ INTEGER AS (${IS_READ} AND (
      coalesce(group_tag, '') <> coalesce(held_group_tag, '')
      OR coalesce(assigned_user, '') <> coalesce(held_user, '') COLLATE NOCASE
      OR coalesce(device_name, '') <> coalesce(held_name, '') COLLATE NOCASE
      OR coalesce(purchase_order_in_file, '') <> coalesce(purchase_order, ''))) VIRTUAL;
    CREATE INDEX device_by_group_tag ON device (tenant_id, shown_group_tag COLLATE NOCASE) WHERE removed_at IS NULL;
    CREATE INDEX device_by_user ON device (tenant_id, shown_user COLLATE NOCASE) WHERE removed_at IS NULL;
    CREATE INDEX device_may_differ ON device (tenant_id) WHERE removed_at IS NULL AND may_differ = 1;
    CREATE INDEX device_in_partner_file ON device (tenant_id) WHERE removed_at IS NULL AND partner_file_at IS NOT NULL;
    CREATE INDEX device_by_status ON device (tenant_id, ${STATUSES}) WHERE removed_at IS NULL;
    CREATE INDEX device_by_batch ON device (batch_id) WHERE batch_id IS NOT NULL AND removed_at IS NULL;
    CREATE INDEX device_awaiting_profile ON device (tenant_id)
      WHERE removed_at IS NULL AND registration = 'registered' AND ztd_id IS NOT NULL
        AND (profile <> 'assigned' OR profile_name IS NULL OR profile_assigned_at IS NULL
             OR profile_allows_pre_provisioning IS NULL OR remediation = 'fixPending');
    CREATE INDEX job_done_with_device ON job (tenant_id, finished_at) WHERE state = 'done' AND device_id IS NOT NULL;

    CREATE TABLE device_count (
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      next_step     TEXT NOT NULL,
      registration  TEXT NOT NULL,
      profile       TEXT NOT NULL,
      enrollment    TEXT NOT NULL,
      bench         TEXT NOT NULL,
      reseal        TEXT NOT NULL,
      devices       INTEGER NOT NULL,
      PRIMARY KEY (tenant_id, ${STATUSES})
    ) STRICT, WITHOUT ROWID;
    INSERT INTO device_count (tenant_id, ${STATUSES}, devices)
      SELECT tenant_id, ${STATUSES}, count(*) FROM device WHERE removed_at IS NULL GROUP BY tenant_id, ${STATUSES};
    CREATE TRIGGER device_counted_anew AFTER UPDATE OF tenant_id, ${STATUSES}, removed_at ON device
      WHEN (old.tenant_id, ${statusesOf('old')}, old.removed_at) IS NOT (new.tenant_id, ${statusesOf('new')}, new.removed_at)
      BEGIN
        ${countOf('old', -1)}
        DELETE FROM device_count WHERE devices = 0 AND (tenant_id, ${STATUSES}) = (old.tenant_id, ${statusesOf('old')});
        ${countOf('new', 1)}
      END;

    CREATE TABLE device_text (
      key           INTEGER PRIMARY KEY,
      tenant_id     TEXT NOT NULL,
      text          TEXT NOT NULL,
      is_indexed    INTEGER NOT NULL DEFAULT 0 CHECK (is_indexed IN (0, 1))
    ) STRICT;
    CREATE INDEX device_text_to_index ON device_text (key) WHERE is_indexed = 0;
    CREATE VIRTUAL TABLE device_trigram USING fts5 (text, content = '', contentless_delete = 1,
      tokenize = 'trigram case_sensitive 1');
    DELETE FROM setting WHERE name = 'nextStepRules';

    ALTER TABLE checklist ADD COLUMN is_complete INTEGER;
    CREATE INDEX checklist_open ON checklist (started_at) WHERE ended_at IS NULL AND is_complete IS NOT 1;
    CREATE INDEX checklist_by_start ON checklist (started_at);
    ${forgets('device_changed_checklist', 'UPDATE ON device', 'device_id = new.id')}
    ${forgets('scan_changed_checklist', 'INSERT ON scan', 'device_id = new.device_id')}
    ${forgets('mark_changed_checklist', 'INSERT ON checklist_mark', 'id = new.checklist_id')}
    ${forgets('moved_mark_changed_checklist', 'UPDATE ON checklist_mark', 'id = new.checklist_id OR id = old.checklist_id')}
    ${forgets('dropped_mark_changed_checklist', 'DELETE ON checklist_mark', 'id = old.checklist_id')}
    ${forgets(
      'tenant_mark_changed_checklist',
      'INSERT ON tenant_checklist_mark',
      `template_id = new.template_id
      AND device_id IN (SELECT id FROM device WHERE tenant_id = new.tenant_id)`,
    )}
  `,
};
