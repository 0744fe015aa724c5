import { z } from 'zod';
import { mappedField, type MappedField } from '../../shared/intake/vocabulary.ts';
import type { Store } from './store.ts';

const mappingRow = z.object({ columns: z.string() });

export type ColumnMappingStore = ReturnType<typeof createColumnMappingStore>;

/** What a person once said about the columns of a layout, found again by its header. */
export function createColumnMappingStore({ database }: Store, now: () => Date) {
  const get = database.prepare('SELECT columns FROM column_mapping WHERE header = ?');
  const put = database.prepare(`
    INSERT INTO column_mapping (header, columns, created_at) VALUES (@header, @columns, @at)
    ON CONFLICT (header) DO UPDATE SET columns = excluded.columns, created_at = excluded.created_at`);
  return {
    read: (header: string): readonly MappedField[] | null => {
      const row = get.get(header);
      return row === undefined ? null : z.array(mappedField).parse(JSON.parse(mappingRow.parse(row).columns));
    },
    remember: (header: string, columns: readonly MappedField[]): void =>
      void put.run({ header, columns: JSON.stringify(columns), at: now().toISOString() }),
  };
}
