import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import type {
  ColumnMappingView,
  LookedAtFile,
  Preview,
  PreviewRow,
  preview,
} from '../../../../shared/api/contract/intake.ts';
import type { Document } from '../../../../shared/api/document.ts';
import { otherSerialNumber } from '../../../../shared/intake/checkRow.ts';
import { hashFacts } from '../../../../shared/intake/hashFacts.ts';
import type { InspectedRow, RowCounts } from '../../../../shared/intake/inspectedRow.ts';
import { tellIssue } from '../../../../shared/intake/tellIssue.ts';
import type { RowStatus } from '../../../../shared/intake/vocabulary.ts';
import { rowStatusWords } from '../../../../shared/intake/rowStatusWords.ts';
import type { ColumnMapping } from '../reading/fileReading.ts';
import {
  asksForAPerson,
  isIncluded,
  issuesOf,
  type PreviewedFile,
  type PreviewedRow,
  type PreviewState,
} from './previewState.ts';

/** A row without anything secret. */
function inspectedRowOf(row: PreviewedRow): InspectedRow {
  const { values } = row.checked;
  const { hash } = row;
  return {
    line: row.source.line,
    status: row.status,
    serialNumber: values.serialNumber,
    manufacturer: values.manufacturer,
    model: values.model,
    productKeyId: values.productKeyId,
    groupTag: values.groupTag,
    assignedUser: values.assignedUser,
    purchaseOrder: values.purchaseOrder,
    hash:
      hash === null
        ? { state: 'absent', characters: 0, checksum: 'missing' }
        : { state: hash.state, characters: hash.characters, checksum: hash.checksum },
    issues: issuesOf(row).map(tellIssue),
  };
}

/** A row as the page shows it: what `inspect` tells, what the commit would do with it, and the facts of its hash. */
export function previewRowOf(row: PreviewedRow, state: PreviewState): PreviewRow {
  const { hash } = row;
  return {
    ...inspectedRowOf(row),
    deviceName: row.checked.values.deviceName,
    rowId: row.rowId,
    file: row.file.label,
    effect: row.effect,
    included: isIncluded(row, state.acceptedReasons),
    edited: row.edits.size > 0,
    otherSerialNumber: otherSerialNumber(row.checked.values.serialNumber, hash),
    facts: hash === null ? [] : hashFacts(hash.fields, { isDamaged: hash.state === 'invalid', inventory: null }),
  };
}

/** Rows by status, whether they go in or not. */
export function countsOf(rows: Iterable<PreviewedRow>): RowCounts {
  const counts: Record<RowStatus, number> = { ready: 0, repaired: 0, suspect: 0, rejected: 0 };
  for (const { status } of rows) counts[status]++;
  return counts;
}

/** A file as `inspect` prints it. */
export function inspectedFileOf(file: PreviewedFile, rows: readonly PreviewedRow[]): LookedAtFile {
  const { name, encoding, bom, delimiter, dialect, issues, mapping } = file.reading;
  return {
    path: name,
    encoding,
    bom,
    delimiter,
    dialect,
    rows: rows.map(inspectedRowOf),
    issues: issues.map(tellIssue),
    counts: countsOf(rows),
    mapping: mapping && { ...mappingViewOf(mapping), layout: mapping.key },
  };
}

const mappingViewOf = ({ header, sample, guess, isConfirmed }: ColumnMapping): ColumnMappingView => ({
  header: [...header],
  sample: sample.map((cells) => [...cells]),
  guess: [...guess],
  isConfirmed,
});

/** The preview as a whole; its rows are asked for page by page. */
export function previewOf(state: PreviewState): Preview {
  const byFile = new Map<PreviewedFile, PreviewedRow[]>(state.files.map((file) => [file, []]));
  const effects = { new: 0, update: 0, changedBoard: 0, nothing: 0 };
  let included = 0;
  let accepted = 0;
  for (const row of state.rows) {
    byFile.get(row.file)?.push(row);
    if (!isIncluded(row, state.acceptedReasons)) continue;
    included++;
    if (row.status === 'suspect') accepted++;
    effects[row.effect]++;
  }
  return {
    previewId: state.previewId,
    tenantId: state.tenantId,
    files: state.files.map((file) => previewFileOf(file, byFile.get(file) ?? [])),
    counts: countsOf(state.rows),
    included,
    accepted,
    effects,
    suspectReasons: suspectReasonsOf(state),
    batchName: state.batchName,
    ...state.scenario,
  };
}

function previewFileOf(file: PreviewedFile, rows: readonly PreviewedRow[]): z.infer<typeof preview>['files'][number] {
  const { name, entry, encoding, bom, delimiter, dialect, issues, mapping } = file.reading;
  return {
    fileId: file.fileId,
    label: file.label,
    path: name,
    entry,
    encoding,
    bom,
    delimiter,
    dialect,
    issues: issues.map(tellIssue),
    counts: countsOf(rows),
    rows: rows.length,
    mapping: mapping && mappingViewOf(mapping),
  };
}

function suspectReasonsOf({ rows, acceptedReasons }: PreviewState): Preview['suspectReasons'] {
  const reasons = new Map<string, Preview['suspectReasons'][number]>();
  for (const row of rows) {
    if (row.status !== 'suspect') continue;
    const codes = new Set<string>();
    for (const issue of issuesOf(row)) {
      if (!asksForAPerson(issue) || codes.has(issue.code)) continue;
      codes.add(issue.code);
      const reason = reasons.get(issue.code);
      if (reason === undefined) {
        const { code, message } = tellIssue(issue);
        reasons.set(code, { code, message, rows: 1, isAccepted: acceptedReasons.has(code) });
      } else reason.rows++;
    }
  }
  return [...reasons.values()];
}

interface RowFilter {
  readonly statuses: readonly RowStatus[];
  readonly search: string;
  readonly order: 'file' | 'problemsFirst';
}

/** The rows that a filter keeps: in the order of the files, or those first that ask for a person. */
export function matchingRows(state: PreviewState, filter: RowFilter): readonly PreviewedRow[] {
  const found = foundRows(state, filter);
  if (filter.order === 'file') return found;
  const placeOf = (row: PreviewedRow) => urgency(row, isIncluded(row, state.acceptedReasons));
  return found.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function urgency({ status }: PreviewedRow, isIncluded: boolean): number {
  if (status === 'rejected') return 0;
  if (status === 'suspect') return isIncluded ? 3 : 1;
  return status === 'repaired' ? 2 : 4;
}

function foundRows(
  { rows }: PreviewState,
  { statuses, search }: Pick<RowFilter, 'statuses' | 'search'>,
): readonly PreviewedRow[] {
  const wanted = search.trim().toLowerCase();
  if (statuses.length === 0 && wanted === '') return rows;
  return rows.filter((row) => {
    if (statuses.length > 0 && !statuses.includes(row.status)) return false;
    if (wanted === '' || row.file.label.toLowerCase().includes(wanted)) return true;
    return Object.values(row.checked.values).some((value) => value?.toLowerCase().includes(wanted) === true);
  });
}

/** The rows that do not go in, with line and reason, for a person with a spreadsheet: no cell can run as a formula. */
export function reportOf(state: PreviewState): Document {
  const left = state.rows.filter((row) => !isIncluded(row, state.acceptedReasons));
  const rows = left.map((row) => [
    row.file.label,
    row.source.line,
    row.checked.values.serialNumber ?? '',
    rowStatusWords[row.status],
    issuesOf(row)
      .filter(({ severity, isMended }) => severity !== 'info' && !isMended)
      .map((issue) => tellIssue(issue).message)
      .join(' '),
  ]);
  const files = state.files.flatMap(({ label, reading }) =>
    reading.issues
      .filter(({ severity }) => severity !== 'info')
      .map((issue) => [label, '', '', 'file', tellIssue(issue).message]),
  );
  const csv = stringify([['File', 'Line', 'Serial number', 'Status', 'Reason'], ...files, ...rows], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  return {
    fileName: 'Rows left out.csv',
    mediaType: 'text/csv',
    base64: Buffer.from(csv).toString('base64'),
  };
}
