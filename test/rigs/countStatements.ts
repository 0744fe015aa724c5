import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';

interface StatementCount {
  /** Statements of this process since the count began. */
  readonly statements: () => number;
  /** Rows of the devices' table that whole results had; what is stepped through one by one is not in it. */
  readonly deviceRows: () => number;
  readonly stop: () => void;
}

/** Counts what this process asks of SQLite, in every database. */
export function countStatements(): StatementCount {
  let statements = 0;
  let deviceRows = 0;
  const prototype = z
    .instanceof(Object)
    .parse(Object.getPrototypeOf(new BetterSqlite3(':memory:').prepare('SELECT 1')));
  const originals = ['run', 'get', 'all', 'iterate'].map((name): [string, unknown] => [
    name,
    Reflect.get(prototype, name),
  ]);
  for (const [name, original] of originals) {
    if (typeof original !== 'function') throw new Error(`SQLite’s statements have no ${name}.`);
    Reflect.set(prototype, name, function counted(this: { readonly source: string }, ...given: unknown[]): unknown {
      statements += 1;
      const answer: unknown = Reflect.apply(original, this, given);
      if (Array.isArray(answer) && /\bFROM device\b/.test(this.source)) deviceRows += answer.length;
      return answer;
    });
  }
  return {
    statements: () => statements,
    deviceRows: () => deviceRows,
    stop() {
      for (const [name, original] of originals) Reflect.set(prototype, name, original);
    },
  };
}
