import { intakeIssue, type IntakeIssue } from '../../shared/intake/intakeIssues.ts';
import { ArchiveError, type ArchiveEntry, type RefusedEntry, type UnpackLimits } from './archive.ts';
import { readCab } from './readCab.ts';
import { readZip } from './readZip.ts';

export interface UnpackedArchive {
  /** Their paths lead nowhere outside of the archive. */
  readonly entries: readonly ArchiveEntry[];
  /** Paths of files that were not wanted. */
  readonly skipped: readonly string[];
  /** Paths of wanted files that cannot be had. */
  readonly refused: readonly string[];
  /** What a person must know of it, with paths as they are shown. */
  readonly issues: readonly IntakeIssue[];
}

/**
 * Unpacks the wanted files of a ZIP archive or a cabinet; what cannot be had is an issue.
 * @param above goes in front of each path that is shown
 */
export function unpack(kind: 'zip' | 'cab', bytes: Buffer, above: string, limits: UnpackLimits): UnpackedArchive {
  const issues: IntakeIssue[] = [];
  try {
    const { entries, refused, skipped } = kind === 'zip' ? readZip(bytes, limits) : readCab(bytes, limits);
    for (const [reason, of] of Map.groupBy(refused, (entry) => entry.reason)) {
      const paths = of.map(({ path }) => `${above}${safePath(path, issues)}`);
      issues.push(refusalIssue(kind, reason, paths));
    }
    return {
      entries: entries.map((entry) => ({ ...entry, path: `${above}${safePath(entry.path, issues)}` })),
      skipped: skipped.map((path) => `${above}${path}`),
      refused: refused.map(({ path }) => `${above}${insideOf(path)}`),
      issues,
    };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { entries: [], skipped: [], refused: [], issues: [...issues, error.issue] };
  }
}

function refusalIssue(kind: 'zip' | 'cab', reason: RefusedEntry['reason'], paths: readonly string[]): IntakeIssue {
  switch (reason) {
    case 'damaged':
      return intakeIssue('archive.damaged', 'file', { kind, paths });
    case 'password':
      return intakeIssue('archive.password', 'file', { paths });
    case 'compression':
      return intakeIssue('archive.compression', 'file', { kind, paths });
    case 'parts':
      return intakeIssue('archive.compression', 'file', { kind: 'cabInParts', paths });
  }
}

/** Nothing is written by this name, but a person reads it: it must not pretend to be elsewhere. */
function safePath(path: string, issues: IntakeIssue[]): string {
  const inside = insideOf(path);
  if (inside.length < partsOf(path).join('/').length || /^[/\\]/.test(path)) {
    issues.push(intakeIssue('archive.path', 'file', { readAs: inside }));
  }
  return inside;
}

const insideOf = (path: string): string =>
  partsOf(path)
    .filter((part) => part !== '..' && !/^[a-z]:$/i.test(part))
    .join('/');

const partsOf = (path: string): string[] => path.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
