import { z } from 'zod';
import { mappedField, type MappedField } from '../../shared/intake/vocabulary.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

const mappingRow = z.object({ columns: storedJson(z.array(mappedField)) });

export type ColumnMappingStore = ReturnType<typeof createColumnMappingStore>;

/** What a person once said about the columns of a layout, found again by its header. */
export function createColumnMappingStore({ database, setAside }: Store, now: () => Date) {
  const get = database.prepare('SELECT columns FROM column_mapping WHERE header = ?');
  const put = database.prepare(`
    INSERT INTO column_mapping (header, columns, created_at) VALUES (@header, @columns, @at)
    ON CONFLICT (header) DO UPDATE SET columns = excluded.columns, created_at = excluded.created_at`);
  return {
    /** Null where nobody said anything, or it cannot be read: a person is asked again. */
    read: (header: string): readonly MappedField[] | null =>
      setAside.row('column_mapping', mappingRow, get.get(header))?.columns ?? null,
    remember: (header: string, columns: readonly MappedField[]): void =>
      void put.run({ header, columns: JSON.stringify(columns), at: now().toISOString() }),
  };
}
