import { z } from 'zod';
import { createConditions } from './conditions.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

/** A row as its list is searched: by its serial number, or by what names it where it has none, and by its state. */
export interface TenantRow<Document> {
  readonly id: string;
  readonly foundBy: string;
  /** As it came; empty where Microsoft did not tell it. */
  readonly state: string;
  readonly document: Document;
}

export interface TenantRowFilter {
  readonly tenantId: string;
  /** Part of what a row is found by, without regard to case; empty for all. */
  readonly search: string;
  /** Null for all. */
  readonly state: string | null;
}

export type TenantRowStore<Document> = ReturnType<typeof createTenantRowStore<Document>>;

const readingRow = z.object({ readAt: z.iso.datetime(), isWhole: z.number().transform((value) => value === 1) });
const counted = z.object({ n: z.number() });
const stateCounts = z.array(z.object({ state: z.string(), count: z.number() }));

/**
 * One long list of each tenant as Microsoft told it last.
 * @param of which list: its name in the database
 * @param schema of one row of it
 */
export function createTenantRowStore<Document>(
  { database, setAside }: Store,
  now: () => Date,
  of: 'identifiers' | 'associations' | 'preparedDevices',
  schema: z.ZodType<Document>,
) {
  const reading = database.prepare(
    `SELECT tenant_id AS tenantId, read_at AS readAt, is_whole AS isWhole FROM tenant_reading WHERE tenant_id = ? AND of = '${of}'`,
  );
  const putReading = database.prepare(`
    INSERT INTO tenant_reading (tenant_id, of, read_at, is_whole, document)
    VALUES (@tenantId, '${of}', @at, @isWhole, 'null')
    ON CONFLICT DO UPDATE SET read_at = excluded.read_at, is_whole = excluded.is_whole`);
  const clear = database.prepare(`DELETE FROM tenant_row WHERE tenant_id = ? AND of = '${of}'`);
  const put = database.prepare(`
    INSERT INTO tenant_row (tenant_id, of, id, found_by, state, document)
    VALUES (@tenantId, '${of}', @id, @foundBy, @state, @document)
    ON CONFLICT DO UPDATE SET found_by = excluded.found_by, state = excluded.state, document = excluded.document`);
  const remove = database.prepare(`DELETE FROM tenant_row WHERE tenant_id = ? AND of = '${of}' AND id = ?`);
  const every = database.prepare(
    `SELECT id, document FROM tenant_row WHERE tenant_id = ? AND of = '${of}' ORDER BY found_by COLLATE NOCASE, id`,
  );
  const states = database.prepare(
    `SELECT state, count(*) AS count FROM tenant_row WHERE tenant_id = ? AND of = '${of}' GROUP BY state ORDER BY state`,
  );
  const row = z.object({ document: storedJson(schema) });
  const documentsOf = (rows: readonly unknown[]): readonly Document[] =>
    setAside.rows('tenant_row', row, rows).map(({ document }) => document);

  function readingOf(tenantId: string): z.infer<typeof readingRow> | null {
    return setAside.row('tenant_reading', readingRow, reading.get(tenantId));
  }

  const write = (tenantId: string, { id, foundBy, state, document }: TenantRow<Document>): void =>
    void put.run({ tenantId, id, foundBy, state, document: JSON.stringify(document) });

  return {
    /** When the list was read, and whether all of it came; null where it never was, or nobody can tell. */
    reading: readingOf,
    /** Keeps a list in place of the one before. Belongs in a transaction. */
    keep(tenantId: string, rows: readonly TenantRow<Document>[], isWhole: boolean): void {
      putReading.run({ tenantId, at: now().toISOString(), isWhole: isWhole ? 1 : 0 });
      clear.run(tenantId);
      for (const row of rows) write(tenantId, row);
    },
    /** A row that is new or has changed; a list that was never read stays so. */
    put(tenantId: string, row: TenantRow<Document>): void {
      if (readingOf(tenantId) !== null) write(tenantId, row);
    },
    remove: (tenantId: string, id: string): void => void remove.run(tenantId, id),
    /** The whole list, by what rows are found by. */
    all: (tenantId: string): readonly Document[] => documentsOf(every.all(tenantId)),
    /** How many rows have each state. */
    states: (tenantId: string) => stateCounts.parse(states.all(tenantId)),
    matching(filter: TenantRowFilter): number {
      const { where, values } = conditionsOf(filter);
      return counted.parse(database.prepare(`SELECT count(*) AS n FROM tenant_row WHERE ${where}`).get(values)).n;
    },
    /** One page, by what rows are found by. */
    page(filter: TenantRowFilter, offset: number, limit: number): readonly Document[] {
      const { where, values } = conditionsOf(filter);
      return documentsOf(
        database
          .prepare(
            `SELECT id, document FROM tenant_row WHERE ${where} ORDER BY found_by COLLATE NOCASE, id LIMIT @limit OFFSET @offset`,
          )
          .all({ ...values, limit, offset }),
      );
    },
  };

  function conditionsOf({ tenantId, search, state }: TenantRowFilter) {
    const { add, equal, where, values } = createConditions('tenant_row', `tenant_row.of = '${of}'`);
    equal('tenant_id', tenantId);
    equal('state', state ?? undefined);
    const wanted = search.trim();
    if (wanted !== '')
      add(`found_by LIKE @search ESCAPE '\\'`, 'search', `%${wanted.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
    return { where: where(), values };
  }
}
