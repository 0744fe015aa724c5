import { z } from 'zod';
import type { Store } from './store.ts';

export type SettingStore = ReturnType<typeof createSettingStore>;

/** Named values as JSON; what a value means is its reader's business. */
export function createSettingStore({ database }: Store) {
  const get = database.prepare('SELECT value FROM setting WHERE name = ?');
  const put = database.prepare(
    'INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const row = z.object({ value: z.string() });
  return {
    read(name: string): unknown {
      const found = get.get(name);
      return found === undefined ? undefined : JSON.parse(row.parse(found).value);
    },
    write: (name: string, value: unknown): void => void put.run({ name, value: JSON.stringify(value) }),
  };
}
