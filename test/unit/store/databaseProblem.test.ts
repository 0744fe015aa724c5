import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { databaseProblem } from '../../../src/main/store/databaseProblem.ts';

const sqlite = (code: string): Error => new BetterSqlite3.SqliteError('as SQLite says it', code);
const system = (code: string, syscall = 'write') =>
  Object.assign(new Error(`${code}: as the system says it`), { code, syscall });

describe('what SQLite and the system say of disk and file is one sentence, with what to do', () => {
  test.each([
    ['disk-full', sqlite('SQLITE_FULL')],
    ['disk-full', system('ENOSPC')],
    ['disk-failed', sqlite('SQLITE_IOERR_SHORT_READ')],
    ['disk-failed', system('EIO')],
    ['read-only', sqlite('SQLITE_READONLY_DBMOVED')],
    ['read-only', system('EROFS', 'open')],
    ['read-only', system('EACCES', 'open')],
    ['busy', sqlite('SQLITE_BUSY_SNAPSHOT')],
    ['damaged', sqlite('SQLITE_CORRUPT_VTAB')],
    ['damaged', sqlite('SQLITE_NOTADB')],
    ['database', sqlite('SQLITE_CANTOPEN')],
    ['too-many-files', system('EMFILE', 'open')],
  ])('%s', (code, error) => {
    const problem = databaseProblem(error);
    expect(problem).toMatchObject({ code, cause: error });
    expect(problem?.message).toMatch(/^[A-Z].*\.$/);
    expect(problem?.remedy).toMatch(/^[A-Z].*\.$/);
    expect(problem?.message).not.toContain('says it');
  });

  test('and names the file where it is opened', () => {
    expect(databaseProblem(sqlite('SQLITE_FULL'), '/lab/reseal.db')?.message).toBe(
      'The queue in /lab/reseal.db cannot be used: the disk is full.',
    );
  });
});

test.each([
  new Error('a bug'),
  sqlite('SQLITE_CONSTRAINT_UNIQUE'),
  system('ECONNREFUSED', 'connect'),
  system('EACCES', 'listen'),
  'no error at all',
])('what is no matter of disk or file is left to others: %s', (error) => {
  expect(databaseProblem(error)).toBeNull();
});
