import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';

/**
 * Loaded into the intake thread before everything else: a disk that is full or free as a `BroadcastChannel` says. No page can
 * be added then, and the log cannot be copied into the database.
 */
const databases: BetterSqlite3.Database[] = [];
let isFull = false;
const original: unknown = Reflect.get(BetterSqlite3.prototype, 'pragma');

function pragma(database: BetterSqlite3.Database, source: string, settings?: BetterSqlite3.PragmaOptions): unknown {
  if (typeof original !== 'function') throw new Error('better-sqlite3 has no pragma.');
  return Reflect.apply(original, database, [source, settings]);
}

BetterSqlite3.prototype.pragma = function (this: BetterSqlite3.Database, source, settings): unknown {
  if (isFull && source.startsWith('wal_checkpoint')) {
    throw new BetterSqlite3.SqliteError('database or disk is full', 'SQLITE_FULL');
  }
  if (source.startsWith('foreign_keys')) databases.push(this);
  return pragma(this, source, settings);
};

const channel = new BroadcastChannel('disk');
channel.onmessage = ({ data }: MessageEvent<unknown>) => {
  isFull = z.enum(['full', 'free']).parse(data) === 'full';
  // Some only looked at the file, and are closed again.
  for (const database of databases.filter(({ open }) => open)) {
    const pages = z.number().parse(pragma(database, 'page_count', { simple: true }));
    pragma(database, `max_page_count = ${isFull ? pages : 1_000_000_000}`);
  }
  channel.postMessage('done');
};
