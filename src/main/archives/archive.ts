import { intakeIssue, type IntakeIssue } from '../../shared/intake/intakeIssues.ts';

/** A file of an archive, unpacked into memory; nothing is ever written to disk, so its path is only a name. */
export interface ArchiveEntry {
  readonly path: string;
  readonly bytes: Buffer;
}

/** A wanted file that cannot be had; `parts`: it goes on in another cabinet. */
export interface RefusedEntry {
  readonly path: string;
  readonly reason: 'damaged' | 'password' | 'compression' | 'parts';
}

export interface Unpacked {
  readonly entries: readonly ArchiveEntry[];
  readonly refused: readonly RefusedEntry[];
  /** Paths of files that were not wanted. */
  readonly skipped: readonly string[];
}

export interface UnpackLimits {
  /** Which files are wanted, by their path in the archive. */
  readonly isWanted: (path: string) => boolean;
  /** Bytes that all wanted files may unpack to; whoever unpacks takes what is used off. */
  readonly mostBytes: number;
}

/** Files an archive may list. A diagnostics archive has a few hundred. */
export const MOST_ENTRIES = 10_000;

/** Why an archive cannot be unpacked. */
export class ArchiveError extends Error {
  readonly issue: IntakeIssue;
  constructor(issue: IntakeIssue, cause?: unknown) {
    super(issue.code, cause === undefined ? undefined : { cause });
    this.name = 'ArchiveError';
    this.issue = issue;
  }
}

/** A small archive may unpack to more than any memory holds. */
export function tooLarge(mostBytes: number): ArchiveError {
  return new ArchiveError(intakeIssue('archive.too-large', 'file', { kind: 'bytes', mostBytes }));
}

/** More files than any archive with hashes has. */
export function tooManyFiles(of: 'zip' | 'cab'): ArchiveError {
  return new ArchiveError(intakeIssue('archive.too-large', 'file', { kind: 'files', of }));
}
