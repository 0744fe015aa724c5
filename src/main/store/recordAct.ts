import { noInitials } from '../../shared/settings/settings.ts';
import { createAuditStore } from './auditStore.ts';
import { createSetAside } from './setAside.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** An act on the file of a queue that no store has open. */
export interface ActOnFile {
  /** Initials; a command that opens no queue knows none. */
  readonly who?: string;
  readonly action: string;
  readonly sentence: string;
}

/** Leaves an act in the audit log of a queue of whatever format, in one transaction; one without a log, as it was just begun, gets none. */
export function recordAct(database: SqliteDatabase, act: ActOnFile, now: Date): void {
  const row = { who: noInitials, ...act };
  const columns = database.prepare("SELECT name FROM pragma_table_info('audit_event')").pluck().all();
  if (columns.length === 0) return;
  if (columns.includes('digest')) {
    const write = <Result>(work: () => Result): Result =>
      database.inTransaction ? work() : database.transaction(work).immediate();
    createAuditStore({ database, setAside: createSetAside(), write }, () => now).add(row);
    return;
  }
  // From before the log was chained: the step that chains its rows takes this one along.
  database
    .prepare('INSERT INTO audit_event (at, who, action, sentence) VALUES (@at, @who, @action, @sentence)')
    .run({ ...row, at: now.toISOString() });
}

/** Whether the log has just this row. */
export function hasAct(database: SqliteDatabase, { action, sentence }: ActOnFile): boolean {
  const isThere = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'audit_event'").get();
  if (isThere === undefined) return false;
  const row = database.prepare('SELECT 1 FROM audit_event WHERE action = @action AND sentence = @sentence');
  return row.get({ action, sentence }) !== undefined;
}
