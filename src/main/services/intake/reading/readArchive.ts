import { archiveKindOf, canHoldHashInArchive } from '../../../../shared/intake/canHoldHash.ts';
import { intakeIssue, type IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { FileReading } from './fileReading.ts';
import { ArchiveError, type ArchiveEntry, type RefusedEntry, type Unpacked, type UnpackLimits } from '../../../archives/archive.ts';
import { readCab } from '../../../archives/readCab.ts';
import { readZip } from '../../../archives/readZip.ts';

const MOST_UNPACKED_BYTES = 268_435_456;
/** A cabinet in a ZIP is usual; more is not. */
const DEEPEST = 2;

export interface ArchiveReading {
  readonly readings: readonly FileReading[];
  readonly issues: readonly IntakeIssue[];
}

/** Reads the hash files in a ZIP or cabinet, also in cabinets within it. Files without a row are named, not shown. */
export async function readArchive(
  kind: 'zip' | 'cab',
  bytes: Buffer,
  readEntry: (entry: ArchiveEntry) => Promise<readonly FileReading[]>,
): Promise<ArchiveReading> {
  const issues: IntakeIssue[] = [];
  const readings: FileReading[] = [];
  const skipped: string[] = [];
  let budget = MOST_UNPACKED_BYTES;

  async function walk(nested: 'zip' | 'cab', content: Buffer, above: string, depth: number): Promise<void> {
    const unpacked = unpackInto(nested, content, { isWanted: canHoldHashInArchive, mostBytes: budget }, issues);
    skipped.push(...unpacked.skipped.map((path) => `${above}${path}`));
    for (const [reason, refused] of Map.groupBy(unpacked.refused, (entry) => entry.reason)) {
      const paths = refused.map(({ path }) => `${above}${safePath(path, issues)}`);
      issues.push(refusalIssue(nested, reason, paths));
    }
    for (const entry of unpacked.entries) {
      budget -= entry.bytes.length;
      const path = `${above}${safePath(entry.path, issues)}`;
      const inner = archiveKindOf(path);
      if (inner !== null) {
        if (depth < DEEPEST) await walk(inner, entry.bytes, `${path}/`, depth + 1);
        else issues.push(intakeIssue('archive.nested', 'file', { path }));
        continue;
      }
      const read = await readEntry({ path, bytes: entry.bytes });
      if (read.some(({ rows }) => rows.length > 0)) readings.push(...read);
      else skipped.push(path);
    }
  }

  await walk(kind, bytes, '', 1);
  if (readings.length === 0 && !issues.some(({ severity }) => severity === 'error')) {
    issues.push(intakeIssue('archive.no-hash-file', 'file', { paths: skipped }));
  } else if (skipped.length > 0) {
    issues.push(intakeIssue('archive.skipped', 'file', { paths: skipped }));
  }
  const named = readings.map((reading) => {
    const entry = reading.entry ?? '';
    return { ...reading, issues: [intakeIssue('archive.entry', 'file', { entry }), ...reading.issues] };
  });
  return { readings: named, issues };
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

function unpackInto(kind: 'zip' | 'cab', bytes: Buffer, limits: UnpackLimits, issues: IntakeIssue[]): Unpacked {
  try {
    return kind === 'zip' ? readZip(bytes, limits) : readCab(bytes, limits);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    issues.push(error.issue);
    return { entries: [], refused: [], skipped: [] };
  }
}

/** Nothing is written by this name, but a person reads it: it must not pretend to be elsewhere. */
function safePath(path: string, issues: IntakeIssue[]): string {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  const inside = parts.filter((part) => part !== '..' && !/^[a-z]:$/i.test(part)).join('/');
  if (inside.length < parts.join('/').length || /^[/\\]/.test(path)) {
    issues.push(intakeIssue('archive.path', 'file', { readAs: inside }));
  }
  return inside;
}
