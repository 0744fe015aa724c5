import type { SqliteDatabase } from '../../store/sqlite.ts';

/** The four plain things every table of the tenant needs; anything cleverer is written as SQL where it is used. */
export interface Table<Row extends { readonly id: string }> {
  insert(row: Row): void;
  find(id: string): Row | undefined;
  all(): readonly Row[];
  update(id: string, changes: Partial<Omit<Row, 'id'>>): void;
  remove(id: string): boolean;
  /** The column list of a SELECT that gives whole rows. */
  readonly columns: string;
}

/** Rows have camelCase fields, columns snake_case names. `order` is what `all` sorts by. */
export function openTable<Row extends { readonly id: string }>(
  database: SqliteDatabase,
  name: string,
  fields: readonly (keyof Row & string)[],
  order: string,
): Table<Row> {
  const columns = fields.map((field) => `${columnOf(field)} AS ${field}`).join(', ');
  const insert = database.prepare<[Row]>(
    `INSERT INTO ${name} (${fields.map(columnOf).join(', ')}) VALUES (${fields.map((field) => `@${field}`).join(', ')})`,
  );
  const find = database.prepare<[string], Row>(`SELECT ${columns} FROM ${name} WHERE id = ?`);
  const all = database.prepare<[], Row>(`SELECT ${columns} FROM ${name} ORDER BY ${order}`);
  const updates = new Map<string, ReturnType<typeof database.prepare>>();
  const remove = database.prepare<[string]>(`DELETE FROM ${name} WHERE id = ?`);

  return {
    columns,
    insert: (row) => void insert.run(row),
    find: (id) => find.get(id),
    all: () => all.all(),
    update(id, changes) {
      const changed = fields.filter((field) => field in changes);
      if (changed.length === 0) return;
      const assignments = changed.map((field) => `${columnOf(field)} = @${field}`).join(', ');
      const statement =
        updates.get(assignments) ?? database.prepare(`UPDATE ${name} SET ${assignments} WHERE id = @id`);
      updates.set(assignments, statement);
      statement.run({ ...changes, id });
    },
    remove: (id) => remove.run(id).changes > 0,
  };
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
