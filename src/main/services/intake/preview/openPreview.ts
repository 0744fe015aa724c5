import { createHash } from 'node:crypto';
import { neutralFormatter } from '../../../../shared/format/neutralFormatter.ts';
import { checkRow, statusOf } from '../../../../shared/intake/checkRow.ts';
import { fileLabels } from '../../../../shared/intake/fileLabels.ts';
import type { IntakeIssueCode } from '../../../../shared/intake/intakeIssues.ts';
import { identityOfRow, isSameIdentity } from '../../../../shared/intake/rowIdentity.ts';
import type { EditableField } from '../../../../shared/intake/vocabulary.ts';
import type { FileReading, ReadRow } from '../reading/fileReading.ts';
import type { FileToRead } from '../reading/readFiles.ts';
import type { PreviewedFile, PreviewedRow, PreviewSource, PreviewState } from './previewState.ts';

/** What was found in a source. */
export interface ReadSource {
  readonly source: PreviewSource;
  readonly readings: readonly FileReading[];
}

/** Files as doors handed them over, named so that a person can tell them apart. */
export function sourcesOf(files: readonly FileToRead[]): readonly PreviewSource[] {
  const labels = fileLabels(files.map(({ name }) => name));
  return files.map(({ name, bytes }, number) => ({
    number,
    name,
    label: labels[number] ?? name,
    sizeBytes: bytes.length,
    bytes,
  }));
}

/**
 * The files and rows that were read, ready to be compared with each other and with the queue. Their numbers go on from
 * the given ones.
 */
export function previewedFiles(
  read: readonly ReadSource[],
  { nextFileId, nextRowId }: Pick<PreviewState, 'nextFileId' | 'nextRowId'> = { nextFileId: 0, nextRowId: 0 },
): Pick<PreviewState, 'files' | 'rows'> {
  const files: PreviewedFile[] = [];
  const rows: PreviewedRow[] = [];
  for (const { source, readings } of read) {
    for (const reading of readings) {
      const previewed: PreviewedFile = {
        fileId: String(nextFileId + files.length),
        source,
        reading: { ...reading, rows: [] },
        label: reading.entry === null ? source.label : `${source.label} › ${reading.entry}`,
        rules: reading.rules,
      };
      files.push(previewed);
      for (const row of reading.rows) rows.push(previewedRow(nextRowId + rows.length, previewed, row));
    }
  }
  return { files, rows };
}

/** Proves that files, read again, gave the same rows: every entry names its row by its place. */
export function outlineOf({ files, rows }: Pick<PreviewState, 'files' | 'rows'>): string {
  const digest = createHash('sha256');
  for (const { fileId, label, reading } of files) digest.update(`${fileId} ${reading.dialect} ${label}\n`);
  for (const { rowId, file, source } of rows) digest.update(`${rowId} ${file.fileId} ${source.line}\n`);
  return digest.digest('hex');
}

/** One for all rows: most are never edited. */
const NOTHING_EDITED: PreviewedRow['edits'] = new Map();

function previewedRow(rowId: number, file: PreviewedFile, { source, hash, hashBytes, checked }: ReadRow): PreviewedRow {
  return {
    rowId,
    file,
    hash,
    hashBytes,
    source,
    checked,
    identity: identityOfRow(checked.values, hash),
    relations: [],
    status: 'ready',
    effect: 'new',
    known: null,
    repeats: null,
    sharesWithRow: null,
    sharesWithDevice: null,
    original: null,
    listed: null,
    elsewhere: null,
    choice: null,
    edits: NOTHING_EDITED,
  };
}

/**
 * Puts a person's value into a row and checks the row again by itself. True where the other rows need not be compared
 * again: the row names the same device, and whether it is rejected did not change.
 */
export function editRow(row: PreviewedRow, field: EditableField, value: string): boolean {
  const { identity, status } = row;
  const before = row.edits.get(field);
  const shown = before === undefined ? row.checked.values[field] : before.shown;
  const issues = row.source.issues.filter((issue) => issue.field !== field || !ANSWERED_BY_AN_EDIT.has(issue.code));
  row.source = { ...row.source, text: { ...row.source.text, [field]: value }, issues };
  row.checked = checkRow(row.source, row.hash, row.file.rules);
  row.identity = identityOfRow(row.checked.values, row.hash);
  row.edits = new Map(row.edits).set(field, { shown, entered: value });
  const isRejected = statusOf(row.checked.issues) === 'rejected';
  return isSameIdentity(identity, row.identity) && isRejected === (status === 'rejected');
}

/** Issues that were found when the line was read, and are about a value that a person has replaced. */
const ANSWERED_BY_AN_EDIT: ReadonlySet<string> = new Set<IntakeIssueCode>([
  'row.hash-in-other-field',
  'row.extra-values',
]);

/** A name for the batch until the person gives one. */
export function defaultBatchName(files: readonly PreviewedFile[], now: Date): string {
  const [first] = files;
  const names = new Set(files.map(({ label }) => label));
  const day = now.toISOString().slice(0, 10);
  return first !== undefined && names.size === 1
    ? `${first.label} ${day}`.slice(0, 128)
    : `${neutralFormatter.count(names.size, 'file', 'files')} ${day}`;
}
