import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/outcome/appError.ts';

export type SqliteDatabase = BetterSqlite3.Database;

/** better-sqlite3 is built for Node-API 10; an older Node would crash on loading it instead of saying so. */
const NEEDED_NODE_API = 10;
const BUSY_TIMEOUT_MS = 5_000;
/** A log that one large import made long becomes short again with the next write after it was copied into the database. */
const LONGEST_IDLE_LOG_BYTES = 16_777_216;

interface OpenSqliteOptions {
  readonly readonly?: boolean;
  /** `FULL` survives a power cut, `NORMAL` survives a killed process and is faster. */
  readonly synchronous?: 'FULL' | 'NORMAL';
  /** Keeps other processes out; throws SQLITE_BUSY at once where one is in. */
  readonly exclusive?: boolean;
}

/**
 * Opens a database the one way Reseal uses SQLite: write-ahead log, foreign keys enforced, five seconds of patience
 * with another process, free pages that can be given back. `:memory:` gives a private one. Throws one clear sentence where this Node cannot load SQLite.
 */
export function openSqlite(file: string, options: OpenSqliteOptions = {}): SqliteDatabase {
  refuseOldNode(process.versions.napi, process.version);
  const isReadonly = options.readonly ?? false;
  const isExclusive = options.exclusive ?? false;
  const database = new BetterSqlite3(file, { readonly: isReadonly, timeout: isExclusive ? 0 : BUSY_TIMEOUT_MS });
  if (isExclusive) database.pragma('locking_mode = EXCLUSIVE');
  if (!isReadonly) {
    // Before the next pragma, which makes the file; in a file that is there, it would only be written again.
    if (database.pragma('page_count', { simple: true }) === 0) database.pragma('auto_vacuum = INCREMENTAL');
    database.pragma('journal_mode = WAL');
    database.pragma(`journal_size_limit = ${LONGEST_IDLE_LOG_BYTES}`);
  }
  database.pragma(`synchronous = ${options.synchronous ?? 'FULL'}`);
  database.pragma('foreign_keys = ON');
  return database;
}

/** @throws AppError `database` when the running Node is too old for the SQLite that Reseal ships */
export function refuseOldNode(nodeApi: string | undefined, nodeVersion: string): void {
  if (Number(nodeApi ?? 0) >= NEEDED_NODE_API) return;
  throw new AppError('database', `Reseal needs Node 24 or newer for its database, and this is Node ${nodeVersion}.`, {
    remedy: 'Install Node 24, or start Reseal through npm, which brings its own on Linux.',
  });
}
