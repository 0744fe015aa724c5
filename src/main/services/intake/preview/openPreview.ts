import { randomUUID } from 'node:crypto';
import { checkRow } from '../../../../shared/intake/checkRow.ts';
import type { IntakeIssueCode } from '../../../../shared/intake/intakeIssues.ts';
import { identityOfRow } from '../../../../shared/intake/rowIdentity.ts';
import type { EditableField } from '../../../../shared/intake/vocabulary.ts';
import type { FileReading, ReadRow } from '../reading/fileReading.ts';
import type { ReadFile } from '../reading/readFiles.ts';
import type { PreviewedFile, PreviewedRow, PreviewState } from './previewState.ts';

/** The files and rows of a reading, ready to be compared with each other and with the queue. */
export function previewedFiles(read: readonly ReadFile[], firstRowId = 0): Pick<PreviewState, 'files' | 'rows'> {
  const files: PreviewedFile[] = [];
  const rows: PreviewedRow[] = [];
  for (const { file, readings } of read) {
    const waitsForColumns = readings.some(({ mapping }) => mapping !== null);
    for (const reading of readings) {
      const previewed: PreviewedFile = {
        fileId: randomUUID(),
        reading: { ...reading, rows: [] },
        label: labelOf(reading),
        rules: reading.rules,
        bytes: waitsForColumns ? file.bytes : null,
      };
      files.push(previewed);
      for (const row of reading.rows) rows.push(previewedRow(firstRowId + rows.length, previewed, row));
    }
  }
  return { files, rows };
}

/** A file by its name, without the folders above it; one of an archive behind the archive's name. */
function labelOf({ name, entry }: FileReading): string {
  const baseName = name.split(/[/\\]/).at(-1) ?? name;
  return entry === null ? baseName : `${baseName} › ${entry}`;
}

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
    original: null,
    choice: null,
    edited: false,
  };
}

/** Puts a person's value into a row and judges the row anew; the caller compares it with the others. */
export function editRow(row: PreviewedRow, field: EditableField, value: string): void {
  const issues = row.source.issues.filter((issue) => issue.field !== field || !ANSWERED_BY_AN_EDIT.has(issue.code));
  row.source = { ...row.source, text: { ...row.source.text, [field]: value }, issues };
  row.checked = checkRow(row.source, row.hash, row.file.rules);
  row.identity = identityOfRow(row.checked.values, row.hash);
  row.edited = true;
}

/** What was found when the line was read, and concerned the value that a person has replaced. */
const ANSWERED_BY_AN_EDIT: ReadonlySet<string> = new Set<IntakeIssueCode>([
  'row.hash-in-other-field',
  'row.extra-values',
]);

/** A name for the batch until the person gives one. */
export function defaultBatchName(files: readonly PreviewedFile[], now: Date): string {
  const [first] = files;
  const names = new Set(files.map(({ label }) => label));
  const day = now.toISOString().slice(0, 10);
  return first !== undefined && names.size === 1 ? `${first.label} ${day}`.slice(0, 128) : `${names.size} files ${day}`;
}
