import { archiveKindOf, canHoldHashInArchive } from '../../../../shared/intake/canHoldHash.ts';
import { intakeIssue, type IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { ArchiveEntry } from '../../../archives/archive.ts';
import { unpack } from '../../../archives/unpack.ts';
import type { FileReading } from './fileReading.ts';

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
    const unpacked = unpack(nested, content, above, { isWanted: canHoldHashInArchive, mostBytes: budget });
    skipped.push(...unpacked.skipped);
    issues.push(...unpacked.issues);
    for (const entry of unpacked.entries) {
      budget -= entry.bytes.length;
      const { path } = entry;
      const inner = archiveKindOf(path);
      if (inner !== null) {
        if (depth < DEEPEST) await walk(inner, entry.bytes, `${path}/`, depth + 1);
        else issues.push(intakeIssue('archive.nested', 'file', { path }));
        continue;
      }
      const read = await readEntry(entry);
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
