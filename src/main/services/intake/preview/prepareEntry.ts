import { AppError } from '../../../../shared/outcome/appError.ts';
import type { PreviewEntry } from '../../../../shared/intake/previewEntry.ts';
import type { EditableField, MappedField } from '../../../../shared/intake/vocabulary.ts';
import { editRow, previewedFiles, type ReadSource } from './openPreview.ts';
import type { PreviewedFile, PreviewedRow, PreviewSource, PreviewState } from './previewState.ts';

/** Which rows must be compared again with the others after an entry: one, all or none. */
export type Reach = 'all' | 'none' | PreviewedRow;

/** An entry that was found to fit: what it does to the preview cannot fail any more. */
export interface PreparedEntry {
  /** Returns which rows must be compared again. */
  readonly apply: () => Reach;
  /** An answer about a layout, for other files of the same header; null for other entries. */
  readonly layout: { readonly key: string; readonly columns: readonly MappedField[] } | null;
}

/** Reads a source once more, with the known layouts. */
type ReadAgain = (source: PreviewSource, columns: PreviewState['columns']) => Promise<ReadSource>;

/**
 * Looks whether an entry fits a preview, now or when it is replayed, and prepares what it does.
 * @throws AppError `not-found`, `conflict`, `invalid-input`
 */
export async function prepareEntry(
  state: PreviewState,
  entry: PreviewEntry,
  readAgain: ReadAgain,
): Promise<PreparedEntry> {
  switch (entry.kind) {
    case 'edit': {
      const row = rowOf(state, entry.rowId);
      return prepared(() => (editRow(row, entry.field, entry.value) ? row : 'all'));
    }
    case 'forAll':
      return prepared(() => {
        applyToAll(state, entry);
        return isAboutRows(entry) ? 'all' : 'none';
      });
    case 'include': {
      const rows = entry.rowIds?.map((rowId) => rowOf(state, rowId)) ?? null;
      return prepared(() => {
        include(state, rows, entry);
        return 'none';
      });
    }
    case 'map':
      return prepareMapping(state, entry, readAgain);
  }
}

function prepared(apply: () => Reach): PreparedEntry {
  return { apply, layout: null };
}

/** @throws AppError `not-found` */
export function rowOf({ rows }: PreviewState, rowId: number): PreviewedRow {
  // Rows are numbered in their order, with gaps where a file was read again.
  const row = rows[rowId]?.rowId === rowId ? rows[rowId] : rows.find((item) => item.rowId === rowId);
  if (row !== undefined) return row;
  throw new AppError('not-found', 'This row is not in the preview any more.', { remedy: 'Load the preview again.' });
}

type ForAll = Extract<PreviewEntry, { kind: 'forAll' }>;

/** What is said of the batch alone changes no comparison. */
const isAboutRows = ({ groupTag, assignedUser, orderNumber }: ForAll): boolean =>
  groupTag !== undefined || assignedUser !== undefined || orderNumber !== undefined;

function applyToAll(
  state: PreviewState,
  { groupTag, assignedUser, orderNumber, batchName, scenario, joinType }: ForAll,
): void {
  if (groupTag !== undefined) giveToAll(state, 'groupTag', groupTag);
  if (assignedUser !== undefined) giveToAll(state, 'assignedUser', assignedUser);
  if (orderNumber !== undefined) state.orderNumber = orderNumber.trim() === '' ? null : orderNumber.trim();
  if (batchName !== undefined) state.batchName = batchName;
  if (scenario !== undefined) state.scenario = { ...state.scenario, scenario };
  if (joinType !== undefined) state.scenario = { ...state.scenario, joinType };
}

function giveToAll(state: PreviewState, field: EditableField, value: string): void {
  state.forAll.set(field, value);
  for (const row of state.rows) editRow(row, field, value);
}

function include(
  state: PreviewState,
  rows: readonly PreviewedRow[] | null,
  { reason, included }: Extract<PreviewEntry, { kind: 'include' }>,
): void {
  if (reason !== undefined && included) state.acceptedReasons.add(reason);
  else if (reason !== undefined) state.acceptedReasons.delete(reason);
  if (rows === null && reason !== undefined) return;
  for (const row of rows ?? state.rows) row.choice = included;
}

async function prepareMapping(
  state: PreviewState,
  { fileId, columns }: Extract<PreviewEntry, { kind: 'map' }>,
  readAgain: ReadAgain,
): Promise<PreparedEntry> {
  const file = state.files.find((candidate) => candidate.fileId === fileId);
  const mapping = file?.reading.mapping ?? null;
  if (file === undefined || mapping === null) {
    throw new AppError('conflict', 'The columns of this file are known; there is nothing to say about them.');
  }
  if (columns.length !== mapping.guess.length) {
    throw new AppError('invalid-input', `The file has ${mapping.guess.length} columns; ${columns.length} were named.`);
  }
  const layout = { key: mapping.key, columns };
  const read = await readAgain(file.source, new Map(state.columns).set(layout.key, columns));
  return {
    layout,
    apply() {
      state.columns.set(layout.key, columns);
      replaceSource(state, read);
      return 'all';
    },
  };
}

/**
 * Replaces the files and rows of a source by those of a new reading, and edits its lines again as a person had edited
 * them.
 */
function replaceSource(state: PreviewState, read: ReadSource): void {
  const again = previewedFiles([read], state);
  const isOther = (file: PreviewedFile): boolean => file.source !== read.source;
  const place = state.files.findIndex((file) => !isOther(file));
  state.files = [...state.files.slice(0, place), ...again.files, ...state.files.slice(place).filter(isOther)];
  state.nextFileId += again.files.length;
  state.nextRowId += again.rows.length;

  const before = new Map(state.rows.filter(({ file }) => !isOther(file)).map((row) => [lineOf(row), row]));
  for (const row of again.rows) {
    const old = before.get(lineOf(row));
    for (const [field, value] of state.forAll) editRow(row, field, value);
    for (const [field, { entered }] of old?.edits ?? []) editRow(row, field, entered);
    row.choice = old?.choice ?? null;
  }
  const order = new Map(state.files.map((file, index) => [file, index]));
  const placeOf = (row: PreviewedRow): number => order.get(row.file) ?? 0;
  const others = state.rows.filter(({ file }) => isOther(file));
  state.rows = [...others, ...again.rows].sort((a, b) => placeOf(a) - placeOf(b));
}

function lineOf({ file, source }: PreviewedRow): string {
  return `${source.line} ${file.label}`;
}
