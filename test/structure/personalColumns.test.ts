import { expect, test } from 'vitest';
import { z } from 'zod';
import { migrate } from '../../src/main/store/migrate.ts';
import { personalColumns } from '../../src/main/store/personalColumns.ts';
import { openSqlite } from '../../src/main/store/sqlite.ts';

/** By these names a column holds an id, a moment, a word of our own or somebody's initials, in whatever table. */
const impersonal =
  /(^|_)(id|at|by|code|state|kind|step|status|verdict|result|phase|technician|who|host|of|key|digest|checksum|term|segid|pgno|sz|block|k|v|rank)$/;
/** Why each of the others cannot hold a person's address. */
const others: Readonly<Record<string, string>> = {
  'attachment.media_type': 'a word of our own',
  'attachment.thumbnail': 'a picture, of which the erasure tells',
  'attachment_piece.bytes': 'a file goes with its device’s user, and of photos the erasure tells',
  'audit_event.account': 'the account of whoever did it, which is not what is erased',
  'audit_event.action': 'a word of our own',
  'audit_event.sentence': 'holds pseudonyms',
  'audit_event.subjects': 'holds marks',
  'audit_event.previous': 'a digest',
  'budget.name': 'a word of our own',
  'checklist.options': 'a choice of a few words',
  'deployment_event.id': 'an id',
  'device_event.subject': 'a word of our own',
  'device_link.text': 'a secret of the device',
  'device_text.text': 'words of the device, written anew with it',
  'device_trigram.device_trigram': 'of the index',
  'device_trigram.text': 'of the index, which is merged',
  'entered_value.field': 'a word of our own',
  'hash_capture.hardware_hash': 'a hash',
  'hash_capture.os_build': 'a version',
  'job.wish': 'ids',
  'job.waits_on': 'a word of our own',
  'job.waits_for': 'ids',
  'job.offline_since': 'a moment',
  'own_checklist.based_on': 'an id',
  'consent.way': 'a word of our own',
  'kept_preview.outline': 'the import is discarded',
  'kept_preview.columns': 'the import is discarded',
  'kept_preview_entry.entry': 'the import is discarded',
  'kept_preview_piece.bytes': 'the import is discarded',
  'kept_preview_source.name': 'the import is discarded',
  'migration.name': 'a word of our own',
  'person.address': 'is forgotten',
  'person.name': 'is forgotten',
  'person.pseudonym': 'a pseudonym',
  'removal.reason': 'a word of our own',
  'secret.name': 'ids',
  'secret.value': 'the sign-in is forgotten',
  'setting.name': 'a word of our own',
  'sqlite_sequence.name': 'of SQLite',
  'sqlite_sequence.seq': 'of SQLite',
  'tenant.colour': 'a word of our own',
  'tenant.cloud': 'a word of our own',
  'tenant.graph_root': 'an address of this computer',
  'tenant.authority': 'an address of this computer',
  'tenant.certificate_thumbprint': 'a digest',
  'tenant.sends_since': 'a time',
  'tenant.default_scenario': 'a word of our own',
  'tenant.default_join_type': 'a word of our own',
  'tracking.failing_since': 'a moment',
  'device.assigned_user': 'is emptied',
  'device.assigned_user_name': 'is emptied',
  'device.held_user': 'is emptied',
  'device.held_user_name': 'is emptied',
  'device.shown_user': 'follows from those',
  'device.shown_group_tag': 'follows from others',
};
/** Facts of hardware and statuses, in whatever table: they come from a hash, or are words of ours or of Microsoft's. */
const facts =
  /\.(serial_number|registered_serial_number|manufacturer|model|smbios_uuid|tpm_endorsement_key_sha256|tpm_version|next_step|registration|profile|enrollment|bench|reseal|remediation|chosen_scenario|chosen_join_type|batch_scenario|batch_join_type|scenario|join_type|profile_usage|profile_join|registration_way|intune_contact_told|lease_owner)$/;

test('every column in which a person may be named is one that an erasure looks into', () => {
  const database = openSqlite(':memory:');
  migrate(database, () => undefined);
  const columns = z.array(z.string()).parse(
    database
      .prepare(
        `SELECT m.name || '.' || c.name FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c
          WHERE m.type = 'table' AND c.type <> 'INTEGER' ORDER BY 1`,
      )
      .pluck()
      .all(),
  );
  database.close();
  const looked = new Set(
    personalColumns.flatMap(({ table, columns: own }) => own.map((column) => `${table}.${column}`)),
  );
  const isKnown = (column: string): boolean =>
    looked.has(column) || column in others || facts.test(column) || impersonal.test(column.split('.')[1] ?? '');

  expect(columns.filter((column) => !isKnown(column))).toEqual([]);
  expect([...looked, ...Object.keys(others)].filter((column) => !columns.includes(column))).toEqual([]);
});
