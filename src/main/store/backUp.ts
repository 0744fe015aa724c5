import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteDatabase } from './sqlite.ts';

/** Copies a queue into a folder under its label and the moment, and returns the copy's path. */
export function backUp(database: SqliteDatabase, folder: string, label: string, now: Date): string {
  mkdirSync(folder, { recursive: true });
  const copy = freeName(join(folder, `reseal-${label}-${now.toISOString().replaceAll(':', '-')}`));
  database.prepare('VACUUM INTO ?').run(copy);
  return copy;
}

/** A clock that is set back comes by the same moment again: no earlier copy is in the way, nor written over. */
function freeName(stem: string): string {
  for (let turn = 1; ; turn += 1) {
    const file = turn === 1 ? `${stem}.db` : `${stem}-${turn}.db`;
    if (!existsSync(file)) return file;
  }
}
