import { archiveKindOf, canHoldHashInArchive } from '../../../../shared/intake/canHoldHash.ts';
import { neutralFormatter } from '../../../../shared/format/neutralFormatter.ts';
import { intakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import type { FileReading } from '../reading/fileReading.ts';
import { ArchiveError, type ArchiveEntry, type Unpacked, type UnpackLimits } from './archive.ts';
import { readCab } from './readCab.ts';
import { readZip } from './readZip.ts';

const MOST_UNPACKED_BYTES = 268_435_456;
/** A cabinet in a ZIP is usual; more is not. */
const DEEPEST = 2;

const MOST_NAMES = 10;

export interface ArchiveReading {
  readonly readings: readonly FileReading[];
  readonly issues: readonly Issue[];
}

/** Reads the hash files in a ZIP or cabinet, also in cabinets within it. Files without a row are named, not shown. */
export async function readArchive(
  kind: 'zip' | 'cab',
  bytes: Buffer,
  readEntry: (entry: ArchiveEntry) => Promise<readonly FileReading[]>,
): Promise<ArchiveReading> {
  const issues: Issue[] = [];
  const readings: FileReading[] = [];
  const skipped: string[] = [];
  let budget = MOST_UNPACKED_BYTES;

  async function walk(nested: 'zip' | 'cab', content: Buffer, above: string, depth: number): Promise<void> {
    const unpacked = unpackInto(nested, content, { isWanted: canHoldHashInArchive, mostBytes: budget }, issues);
    skipped.push(...unpacked.skipped.map((path) => `${above}${path}`));
    for (const entry of unpacked.entries) {
      budget -= entry.bytes.length;
      const path = `${above}${safePath(entry.path, issues)}`;
      const inner = archiveKindOf(path);
      if (inner !== null) {
        if (depth < DEEPEST) await walk(inner, entry.bytes, `${path}/`, depth + 1);
        else
          issues.push(
            intakeIssue('archive.nested', 'file', `Archives within archives, too deep to look into: ${path}.`),
          );
        continue;
      }
      const read = await readEntry({ path, bytes: entry.bytes });
      if (read.some(({ rows }) => rows.length > 0)) readings.push(...read);
      else skipped.push(path);
    }
  }

  await walk(kind, bytes, '', 1);
  if (readings.length === 0 && !issues.some(({ severity }) => severity === 'error')) {
    const message = `The archive holds no file with hashes (${namesOf(skipped)}). Export the hash on the device again.`;
    issues.push(intakeIssue('archive.no-hash-file', 'file', message));
  } else if (skipped.length > 0) {
    issues.push(intakeIssue('archive.skipped', 'file', `Not looked at, or without hashes: ${namesOf(skipped)}.`));
  }
  const named = readings.map((reading) => {
    const message = `Read from ${reading.entry ?? ''} in the archive.`;
    return { ...reading, issues: [intakeIssue('archive.entry', 'file', message), ...reading.issues] };
  });
  return { readings: named, issues };
}

function unpackInto(kind: 'zip' | 'cab', bytes: Buffer, limits: UnpackLimits, issues: Issue[]): Unpacked {
  try {
    return kind === 'zip' ? readZip(bytes, limits) : readCab(bytes, limits);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    issues.push(intakeIssue(error.code, 'file', error.message));
    return { entries: [], skipped: [] };
  }
}

/** Nothing is written by this name, but a person reads it: it must not pretend to be elsewhere. */
function safePath(path: string, issues: Issue[]): string {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  const inside = parts.filter((part) => part !== '..' && !/^[a-z]:$/i.test(part)).join('/');
  if (inside.length < parts.join('/').length || /^[/\\]/.test(path)) {
    const message = `A name in the archive points outside of it; it was read as ${inside}.`;
    issues.push(intakeIssue('archive.path', 'file', message));
  }
  return inside;
}

function namesOf(paths: readonly string[]): string {
  if (paths.length === 0) return 'it is empty';
  const names = paths.slice(0, MOST_NAMES).join(', ');
  return paths.length > MOST_NAMES ? `${names} and ${neutralFormatter.number(paths.length - MOST_NAMES)} more` : names;
}
