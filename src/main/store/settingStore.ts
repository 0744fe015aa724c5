import { z } from 'zod';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

export type SettingStore = ReturnType<typeof createSettingStore>;

const fields = z.record(z.string(), z.unknown());

/** Named values as JSON; what a value means is its reader's business. One that cannot be read is set aside, and stops nothing. */
export function createSettingStore({ database, setAside }: Pick<Store, 'database' | 'setAside'>) {
  const get = database.prepare('SELECT name AS id, value FROM setting WHERE name = ?');
  const put = database.prepare(
    'INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );

  /** @param ifUnreadable what counts in place of a value that cannot be read; undefined where none is kept */
  function read<Value>(name: string, schema: z.ZodType<Value>, ifUnreadable: Value): Value | undefined {
    const found = get.get(name);
    if (found === undefined) return undefined;
    const row = setAside.row('setting', z.object({ value: storedJson(schema) }), found);
    return row === null ? ifUnreadable : row.value;
  }

  return {
    read,
    /** Of an object, the fields that the schema knows and that can be read. */
    readFields(name: string, schema: z.ZodObject): Readonly<Record<string, unknown>> {
      const kept = read(name, fields, {}) ?? {};
      return Object.fromEntries(
        Object.entries(schema.shape).flatMap(([field, known]) => {
          if (!Object.hasOwn(kept, field)) return [];
          const value = z.safeParse(known, kept[field]);
          if (value.success) return [[field, value.data]];
          setAside.note({ table: 'setting', column: field, id: name, serialNumber: null });
          return [];
        }),
      );
    },
    write: (name: string, value: unknown): void => void put.run({ name, value: JSON.stringify(value) }),
  };
}
