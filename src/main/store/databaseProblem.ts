import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../shared/outcome/appError.ts';
import type { ErrorCode } from '../../shared/outcome/outcome.ts';

/** What may be wrong with the disk or the file under the queue, in words. */
interface Problem {
  readonly code: ErrorCode;
  /** As the end of a sentence that names the file. */
  readonly why: string;
  /** As a sentence to somebody who was in the middle of something. */
  readonly message: string;
  readonly remedy: string;
}

const full: Problem = {
  code: 'disk-full',
  why: 'the disk is full',
  message: 'The disk is full, so what you just did was not saved; nothing else was lost.',
  remedy: 'Free 200 MB on the disk of the data folder, then do it again.',
};
const failed: Problem = {
  code: 'disk-failed',
  why: 'the disk gave an error while reading or writing',
  message: 'The disk gave an error while reading or writing.',
  remedy: 'Back up to another disk now, then have this one checked.',
};
const unwritable: Problem = {
  code: 'read-only',
  why: 'its folder cannot be written to',
  message: 'The data folder cannot be written to.',
  remedy: 'See whether the disk or stick is write-protected, and whether this account may write to the folder.',
};
const busy: Problem = {
  code: 'busy',
  why: 'another Reseal is writing just now',
  message: 'Another Reseal is writing just now.',
  remedy: 'Try again in a moment.',
};
const damaged: Problem = {
  code: 'damaged',
  why: 'it is damaged, or no queue at all',
  message: 'Part of the queue cannot be read: its file is damaged.',
  remedy: 'Restore the newest verified backup: Settings › Backups, or “reseal restore”.',
};
const unopened: Problem = {
  code: 'database',
  why: 'it cannot be opened',
  message: 'The file of the queue cannot be opened.',
  remedy: 'See whether the disk or share of the data folder is connected, or choose another one with --data-dir.',
};
const noHandles: Problem = {
  code: 'too-many-files',
  why: 'too many files are open on this computer',
  message: 'Too many files are open on this computer.',
  remedy: 'Close other programs, then try again.',
};

/** SQLite's codes by how they begin: the rest of a code only says in which call it happened. */
const bySqlite: readonly (readonly [beginning: string, problem: Problem])[] = [
  ['SQLITE_FULL', full],
  ['SQLITE_IOERR', failed],
  ['SQLITE_READONLY', unwritable],
  ['SQLITE_PERM', unwritable],
  ['SQLITE_BUSY', busy],
  ['SQLITE_LOCKED', busy],
  ['SQLITE_PROTOCOL', busy],
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_NOTADB', damaged],
  ['SQLITE_CANTOPEN', unopened],
];

const bySystem: ReadonlyMap<string, Problem> = new Map([
  ['ENOSPC', full],
  ['EDQUOT', full],
  ['EIO', failed],
  ['EROFS', unwritable],
  ['EACCES', unwritable],
  ['EPERM', unwritable],
  ['EBUSY', busy],
  ['EISDIR', unopened],
  ['EMFILE', noHandles],
  ['ENFILE', noHandles],
]);

/** A refusal of the network has the same codes, and is no matter of the disk. */
const OF_NETWORK: ReadonlySet<string> = new Set(['connect', 'listen', 'bind', 'getaddrinfo', 'accept']);

const systemError = z.object({ code: z.string(), syscall: z.string().default('') });

/**
 * The sentence, the remedy and the code for what SQLite or the system says of disk and file.
 * @param file where a sentence is to name the file, at its opening say
 * @returns null for any other error, which is a bug or somebody else's to word
 */
export function databaseProblem(error: unknown, file?: string): AppError | null {
  const problem = problemOf(error);
  if (problem === null) return null;
  const message = file === undefined ? problem.message : `The queue in ${file} cannot be used: ${problem.why}.`;
  return new AppError(problem.code, message, { remedy: problem.remedy, cause: error });
}

/** Why a file cannot be read or written, as the end of a sentence that names it; null where it is no matter of the disk. */
export const diskReason = (error: unknown): string | null => problemOf(error)?.why ?? null;

function problemOf(error: unknown): Problem | null {
  if (error instanceof BetterSqlite3.SqliteError) {
    return bySqlite.find(([beginning]) => error.code.startsWith(beginning))?.[1] ?? null;
  }
  if (!(error instanceof Error)) return null;
  const system = systemError.safeParse(error);
  return system.success && !OF_NETWORK.has(system.data.syscall) ? (bySystem.get(system.data.code) ?? null) : null;
}
