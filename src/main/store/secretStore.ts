import type { SqliteDatabase } from './sqlite.ts';
import type { Store } from './store.ts';

export type SecretStore = ReturnType<typeof createSecretStore>;

/** Secrets of this queue by name. They are as safe as the file is: only an encrypted queue is given any. */
export function createSecretStore({ database, write }: Store) {
  const reading = database.prepare<[string], string>('SELECT value FROM secret WHERE name = ?').pluck();
  const writing = database.prepare<[string, string]>(
    'INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const removing = database.prepare<[string]>('DELETE FROM secret WHERE name = ?');
  return {
    read: (name: string): string | null => reading.get(name) ?? null,
    write(name: string, value: string): void {
      write(() => writing.run(name, value));
    },
    remove(name: string): void {
      write(() => removing.run(name));
    },
  };
}

/** Takes the secrets out of a copy of the queue, so that whoever gets a backup signs in anew. One of an older format has none. */
export function forgetSecrets(copy: SqliteDatabase): void {
  const hasSecrets = copy.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'secret'").get();
  if (hasSecrets === undefined) return;
  copy.pragma('secure_delete = ON');
  copy.prepare('DELETE FROM secret').run();
}
