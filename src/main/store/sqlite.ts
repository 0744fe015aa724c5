import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/outcome/appError.ts';

export type SqliteDatabase = BetterSqlite3.Database;

/** What the build that can encrypt adds; its own types are hidden from its importers. Both answer 0 when all went well. */
export interface EncryptingDatabase extends SqliteDatabase {
  readonly key: (key: Buffer) => number;
  readonly rekey: (key: Buffer) => number;
}

/** better-sqlite3 is built for Node-API 10; an older Node would crash on loading it instead of saying so. */
const NEEDED_NODE_API = 10;
const BUSY_TIMEOUT_MS = 5_000;
/** A log that one large import made long becomes short again with the next write after it was copied into the database. */
const LONGEST_IDLE_LOG_BYTES = 16_777_216;

/** The page cache of the one connection that a person waits for: an encrypted page costs more to read a second time than a plain one. */
const CACHE_KIBIBYTES = 65_536;

/** What opens an encrypted file: 32 bytes, never a passphrase, which would cost 0.1 s for each connection. */
export interface DatabaseKey {
  readonly cipher: 'aegis' | 'sqlcipher';
  readonly bytes: Buffer<ArrayBuffer>;
  /** Tells two keys apart in words; nothing of the key can be learnt from it. */
  readonly id: string;
}

interface OpenSqliteOptions {
  /** Null for a plain file. */
  readonly key?: DatabaseKey | null;
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
  const key = options.key ?? null;
  if (key !== null) giveKey(database, key);
  database.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
  // SQLite writes its temporary tables in plain text, whatever the key of the file.
  database.pragma('temp_store = MEMORY');
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

/** Gives the key before the first read. */
export function giveKey(database: SqliteDatabase, { cipher, bytes }: DatabaseKey): void {
  // The plain build ignores `PRAGMA cipher` and `key` without a word, and writes a plain file.
  if (!canEncrypt(database)) {
    throw new AppError('database', 'This build of Reseal cannot open encrypted queues.', {
      remedy: 'Install Reseal anew with the packages that its package-lock.json names.',
    });
  }
  database.pragma(`cipher = '${cipher}'`);
  database.key(rawKey(bytes));
}

/** The bytes of `x'…'` are a raw key; bare bytes would count as a passphrase. */
export function rawKey(bytes: Buffer): Buffer {
  return Buffer.from(`x'${bytes.toString('hex')}'`);
}

export function canEncrypt(database: SqliteDatabase): database is EncryptingDatabase {
  return 'key' in database;
}

/** @throws AppError `database` when the running Node is too old for the SQLite that Reseal ships */
export function refuseOldNode(nodeApi: string | undefined, nodeVersion: string): void {
  if (Number(nodeApi ?? 0) >= NEEDED_NODE_API) return;
  throw new AppError('database', `Reseal needs Node 24 or newer for its database, and this is Node ${nodeVersion}.`, {
    remedy: 'Install Node 24, or start Reseal through npm, which brings its own on Linux.',
  });
}
