import BetterSqlite3 from 'better-sqlite3';
import type { SqliteDatabase } from '../../../src/main/store/sqlite.ts';

/** Lets one writing call of SQLite fail in this process, the given one in turn, as a disk does. */
export interface FailingStatements {
  /** The next `call`th writing call fails with this code of SQLite; 1 is the very next. */
  readonly failAt: (call: number, code: string) => void;
  /** Whether that call has come. */
  readonly hasFailed: () => boolean;
  readonly mend: () => void;
}

/** Patches what every statement's `run` is, also that of BEGIN, COMMIT and ROLLBACK, until it is mended. */
export function failingStatements(): FailingStatements {
  const probe = new BetterSqlite3(':memory:');
  const prototype: unknown = Object.getPrototypeOf(probe.prepare('SELECT 1'));
  probe.close();
  if (typeof prototype !== 'object' || prototype === null) throw new Error('A statement has no prototype.');
  const original: unknown = Reflect.get(prototype, 'run');
  if (typeof original !== 'function') throw new Error('better-sqlite3 has no run.');
  let left = 0;
  let code = '';
  let failed = false;

  Reflect.set(prototype, 'run', function (this: unknown, ...values: unknown[]): unknown {
    left -= 1;
    if (left === 0) {
      failed = true;
      throw new BetterSqlite3.SqliteError(`${code} by the test`, code);
    }
    const result: unknown = Reflect.apply(original, this, values);
    return result;
  });

  return {
    failAt(call, failure) {
      left = call;
      code = failure;
      failed = false;
    },
    hasFailed: () => failed,
    mend: () => void Reflect.set(prototype, 'run', original),
  };
}

/** Everything that lies in a database, table by table, so that two moments can be compared. */
export function contentOf(database: SqliteDatabase): Readonly<Record<string, string>> {
  const tables = database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [name, JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all())]),
  );
}
