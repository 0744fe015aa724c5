import { closeSync, openSync, readSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/outcome/appError.ts';
import { canEncrypt, giveKey, rawKey, type DatabaseKey, type SqliteDatabase } from './sqlite.ts';

/** How a database file lies on the disk, by its first bytes. */
export type FileState = 'absent' | 'plain' | 'encrypted';

const PLAIN_START = 'SQLite format 3\0';
/** With which a rollback journal begins until its transaction is committed. Source: SQLite's file format, 3. */
const JOURNAL_START = 'd9d505f920a163d7';
/** Of these, the bytes from 20 on say where the first page lies, and how long a page is. */
const JOURNAL_HEADER_BYTES = 28;

export function fileStateOf(file: string): FileState {
  const start = startOf(file, PLAIN_START.length);
  if (start.length === 0) return 'absent';
  return start.toString('latin1') === PLAIN_START ? 'plain' : 'encrypted';
}

/** How many pages of a journal are looked at: the first one of the file is the first that a change of key writes. */
const LOOKED_AT = 1_000;

/**
 * How the file is once SQLite has rolled back what was broken off: its first page as the journal keeps it, which is under the key
 * of before; where the journal has none, that page was not changed.
 */
export function stateAfterRollback(file: string): FileState {
  if (!wasRekeyInterrupted(file)) return fileStateOf(file);
  const journal = `${file}-journal`;
  const header = startOf(journal, JOURNAL_HEADER_BYTES);
  if (header.length < JOURNAL_HEADER_BYTES) return fileStateOf(file);
  const [firstAt, pageBytes] = [header.readUInt32BE(20), header.readUInt32BE(24)];
  for (let number = 0; number < LOOKED_AT; number += 1) {
    const record = startOf(journal, 4 + PLAIN_START.length, firstAt + number * (pageBytes + 8));
    if (record.length < 4 + PLAIN_START.length) break;
    if (record.readUInt32BE(0) === 1) return record.toString('latin1', 4) === PLAIN_START ? 'plain' : 'encrypted';
  }
  return fileStateOf(file);
}

/**
 * Whether a transaction with a rollback journal was broken off, as a change of key is. The file has to be opened as what it was
 * before, so that SQLite rolls back.
 */
export function wasRekeyInterrupted(file: string): boolean {
  return startOf(`${file}-journal`, JOURNAL_START.length / 2).toString('hex') === JOURNAL_START;
}

/** A large queue takes seconds; nobody gives up before. */
const LONGEST_CHANGE_MS = 120_000;

interface RekeyOptions {
  readonly from: DatabaseKey | null;
  readonly to: DatabaseKey | null;
  /** Runs when nobody else can be in the file any more, with what is still the old key. */
  readonly before?: (database: SqliteDatabase) => void;
}

/**
 * Encrypts, decrypts or re-encrypts a file in place, in one transaction of SQLite: a process that is killed leaves it as it was.
 * With a rollback journal and not the write-ahead log, after which the file would begin as a plain one.
 * @returns false where another process has the file open, and nothing was done
 */
export function rekeyInPlace(file: string, { from, to, before }: RekeyOptions): boolean {
  const database = new BetterSqlite3(file, { timeout: 0, fileMustExist: true });
  try {
    if (from !== null) giveKey(database, from);
    database.pragma('temp_store = MEMORY');
    if (!isAlone(database)) return false;
    before?.(database);
    const rows = countRows(database);
    giveNewKey(database, to);
    const problem: unknown = database.pragma('quick_check', { simple: true });
    if (problem !== 'ok' || countRows(database) !== rows) {
      throw new AppError('database', `${file} is not whole after its key was changed: ${String(problem)}.`, {
        remedy: 'Restore the backup that was made just before, in the folder “backups”.',
      });
    }
    return true;
  } finally {
    database.close();
  }
}

/** Waits until nobody is alone in the file any more, and tells whether it opens with that key. */
export function opensWith(file: string, key: DatabaseKey | null): boolean {
  const database = new BetterSqlite3(file, { timeout: LONGEST_CHANGE_MS, fileMustExist: true });
  try {
    if (key !== null) giveKey(database, key);
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return true;
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_NOTADB') return false;
    throw error;
  } finally {
    database.close();
  }
}

/** Whether an error says that there is no room, or no right to write. */
export function isDiskProblem(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(error.code);
}

/** Whether this build can encrypt: the plain better-sqlite3 takes the pragmas and writes a plain file. */
export function buildCanEncrypt(): boolean {
  const database = new BetterSqlite3(':memory:');
  try {
    return canEncrypt(database);
  } finally {
    database.close();
  }
}

/** The log can be left only by the one connection that there is. */
function isAlone(database: SqliteDatabase): boolean {
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    return database.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}

function giveNewKey(database: SqliteDatabase, to: DatabaseKey | null): void {
  if (!canEncrypt(database))
    throw new AppError('database', 'This build of Reseal cannot change how a queue is encrypted.');
  if (to !== null) database.pragma(`cipher = '${to.cipher}'`);
  if (database.rekey(to === null ? Buffer.alloc(0) : rawKey(to.bytes)) !== 0) {
    throw new AppError('database', 'SQLite refused the new key; the queue is as it was.');
  }
}

/** The rows of every table, as one text that is the same as long as nothing was lost. */
function countRows(database: SqliteDatabase): string {
  const names = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
    )
    .pluck()
    .all();
  return names
    .map(
      (name) =>
        `${name} ${String(
          database
            .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
            .pluck()
            .get(),
        )}`,
    )
    .join('\n');
}

function startOf(file: string, length: number, at = 0): Buffer {
  const start = Buffer.alloc(length);
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
  try {
    return start.subarray(0, readSync(handle, start, 0, length, at));
  } finally {
    closeSync(handle);
  }
}
