import type { SqliteDatabase } from '../store/sqlite.ts';

/** Where a person's address or name stands in the tenant, besides the directory. */
const texts = [
  ['autopilot_device', 'user_principal_name'],
  ['autopilot_device', 'addressable_user_name'],
  ['autopilot_event', 'document'],
  ['autopilot_event', 'policies'],
  ['import_record', 'assigned_user_principal_name'],
  ['prepared_device', 'document'],
  ['due_event', 'detail'],
] as const;

/**
 * Forgets a person: the tenant lies in the data folder of whoever practises, so an erasure there reaches it too. Belongs in a
 * transaction, after which the write-ahead log is to be emptied.
 * @param names the address and what else the person is called
 */
export function erasePerson(database: SqliteDatabase, names: readonly string[]): void {
  const wanted = names.map((name) => new RegExp(name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`), 'giu'));
  database.function('without_person', { deterministic: true, directOnly: true }, (text: unknown) =>
    typeof text === 'string' ? wanted.reduce((left, name) => left.replaceAll(name, ''), text) : text,
  );
  database.pragma('secure_delete = ON');
  const users = database.prepare('SELECT id FROM directory_user WHERE user_principal_name = ?').pluck();
  for (const id of names.flatMap((name) => users.all(name))) {
    database.prepare('UPDATE managed_device SET user_id = NULL WHERE user_id = ?').run(id);
    database.prepare('DELETE FROM group_member WHERE member_id = ?').run(id);
    database.prepare('DELETE FROM directory_user WHERE id = ?').run(id);
  }
  for (const [table, column] of texts) {
    database.exec(
      `UPDATE ${table} SET ${column} = without_person(${column}) WHERE without_person(${column}) <> ${column}`,
    );
  }
  database.pragma('secure_delete = OFF');
}
