import { neutralFormatter } from '../../../../shared/format/neutralFormatter.ts';
import type { IntakeIssueCode } from '../../../../shared/intake/intakeIssues.ts';

/** A file of an archive, unpacked into memory; nothing is ever written to disk, so its path is only a name. */
export interface ArchiveEntry {
  readonly path: string;
  readonly bytes: Buffer;
}

export interface Unpacked {
  readonly entries: readonly ArchiveEntry[];
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

type ArchiveIssueCode = Extract<IntakeIssueCode, `archive.${string}`>;

/** Why an archive cannot be unpacked. */
export class ArchiveError extends Error {
  readonly code: ArchiveIssueCode;
  constructor(code: ArchiveIssueCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ArchiveError';
    this.code = code;
  }
}

/** A small archive may unpack to more than any memory holds. */
export function tooLarge(mostBytes: number): ArchiveError {
  return new ArchiveError(
    'archive.too-large',
    `The archive unpacks to more than ${neutralFormatter.megabytes(mostBytes)}, which no diagnostics archive does. Unpack it yourself and import the hash file alone.`,
  );
}
