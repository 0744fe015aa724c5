import { checkRow } from '../../../../shared/intake/checkRow.ts';
import { repeatedHeaderLength, isSeparatorLine, type TableLayout } from '../../../../shared/intake/detectLayout.ts';
import { columnKey, columnsOf, isHeader } from '../../../../shared/intake/columnHeadings.ts';
import { shortened } from '../../../../shared/intake/hashText.ts';
import { intakeIssue, type IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import { createLineCollector, type LineCollector } from '../../../../shared/intake/lineCollector.ts';
import type { SourceLine } from '../../../../shared/intake/lineSplitter.ts';
import { readRecord } from '../../../../shared/intake/readRecord.ts';
import { createRecordReader, type SourceRecord } from '../../../../shared/intake/recordReader.ts';
import type { DialectName, IntakeColumn } from '../../../../shared/intake/vocabulary.ts';
import type { ReadingContext, ReadRow } from './fileReading.ts';

/** More rows than any delivery has; a file of tiny lines must not fill the memory. */
const MOST_ROWS = 250_000;
const LONGEST_NAME = 60;
/** Names that a sentence still takes in. */
const MOST_NAMES = 20;

export interface TableReader {
  /** False when nothing more is wanted. */
  readonly push: (lines: readonly SourceLine[]) => boolean;
  readonly end: () => { readonly rows: readonly ReadRow[]; readonly issues: readonly IntakeIssue[] };
}

/** Reads the rows of a delimited file, and names every line that is none. */
export function createTableReader(layout: TableLayout, rules: DialectName, context: ReadingContext): TableReader {
  const records = createRecordReader(layout.delimiter);
  const rows: ReadRow[] = [];
  const titles = createLineCollector();
  const separators = createLineCollector();
  const headers = createLineCollector();
  const emptyRows = createLineCollector();
  const footers = createLineCollector();
  const rest = createLineCollector();
  const unused = createUnusedColumns(layout);
  let columns = layout.columns;

  function take(record: SourceRecord): void {
    const { line, fields } = record;
    if (rows.length === 0 && isSeparatorLine(fields.join(layout.delimiter ?? ''))) separators.add(line);
    else if (line <= layout.headerLine) {
      if (line < layout.headerLine || layout.dialect === 'configmgr-report') titles.add(line);
    } else if (fields.every((field) => field.trim() === '')) emptyRows.add(line);
    else if (layout.dialect === 'configmgr-report' && repeatedHeaderLength(fields) === 0) titles.add(line);
    else if (isHeaderAgain(fields)) {
      columns = isSameHeader(fields, layout.header) ? layout.columns : columnsOf(fields);
      unused.headerIs(fields, columns);
      headers.add(line);
    } else if (!columns.some((column, index) => column !== 'ignore' && (fields[index] ?? '').trim() !== '')) {
      footers.add(line);
    } else if (rows.length >= MOST_ROWS) rest.add(line);
    else rows.push(readRow(record));
  }

  function isHeaderAgain(fields: readonly string[]): boolean {
    if (layout.isGuess || layout.dialect === 'configmgr-report') return false;
    return fields.every((field) => field.length <= LONGEST_NAME) && isHeader(fields);
  }

  function readRow(record: SourceRecord): ReadRow {
    unused.see(record.fields);
    const { source: read, hashText } = readRecord(record, columns, detached);
    const source = layout.isGuess ? { ...read, issues: [...read.issues, columnsGuessed] } : read;
    const inspected = hashText === null ? null : context.inspectHash(hashText);
    const hash = inspected?.check ?? null;
    return { source, hash, hashBytes: inspected?.bytes ?? null, checked: checkRow(source, hash, rules) };
  }

  return {
    push(lines) {
      for (const record of records.push(lines)) take(record);
      return rest.count() === 0;
    },
    end() {
      for (const record of records.end()) take(record);
      const issues: IntakeIssue[] = [
        ...named('file.separator-line', separators),
        ...named('file.title-lines', titles),
        ...named('file.repeated-header', headers),
        ...named('file.empty-rows', emptyRows),
        ...named('file.footer-lines', footers),
      ];
      if (rest.count() > 0) {
        issues.push(intakeIssue('file.too-many-rows', 'file', { most: MOST_ROWS, lines: rest.lines() }));
      }
      if (layout.dialect === 'corporate-identifiers' && layout.header !== null) {
        issues.push(intakeIssue('file.header-of-identifiers', 'file'));
      }
      issues.push(...unused.issues());
      if (rows.length === 0) issues.push(intakeIssue('file.no-rows', 'file'));
      return { rows, issues };
    },
  };
}

const columnsGuessed = intakeIssue('row.columns-guessed', 'hardwareHash');

type LinesCode = `file.${'separator-line' | 'title-lines' | 'repeated-header' | 'empty-rows' | 'footer-lines'}`;

function named(code: LinesCode, lines: LineCollector): IntakeIssue[] {
  return lines.count() === 0 ? [] : [intakeIssue(code, 'file', { lines: lines.lines() })];
}

function isSameHeader(fields: readonly string[], header: readonly string[] | null): boolean {
  return header !== null && fields.map(columnKey).join('|') === header.map(columnKey).join('|');
}

/** The columns that nothing is read from: which there are, and in which of them values stand. */
interface UnusedColumns {
  readonly headerIs: (header: readonly string[], columns: readonly IntakeColumn[]) => void;
  readonly see: (fields: readonly string[]) => void;
  readonly issues: () => readonly IntakeIssue[];
}

function createUnusedColumns({ header: first, columns: used, dialect, isGuess, isTold }: TableLayout): UnusedColumns {
  const filled = new Set<string>();
  const empty = new Set<string>();
  let unused: readonly (readonly [index: number, name: string])[] = [];

  function headerIs(header: readonly string[], columns: readonly IntakeColumn[]): void {
    unused = header.flatMap((name, index) => {
      if (columns[index] !== 'ignore') return [];
      const shown = shortened(name.trim());
      return [[index, shown === '' ? `column ${index + 1}` : shown]];
    });
    for (const [index, name] of unused) if ((header[index] ?? '').trim() !== '') empty.add(name);
  }

  // A report repeats its header in every row; a guess is a question of its own.
  if (first !== null && !isGuess && dialect !== 'configmgr-report') headerIs(first, used);
  return {
    headerIs,
    see(fields) {
      for (const [index, name] of unused) if ((fields[index] ?? '').trim() !== '') filled.add(name);
    },
    issues() {
      // What a person has left out is no question any more.
      const asked = isTold ? [] : [...filled];
      const known = [...empty].filter((name) => !asked.includes(name));
      return [
        ...(asked.length > 0
          ? [intakeIssue('file.unassigned-columns', 'file', { names: asked.slice(0, MOST_NAMES) })]
          : []),
        ...(known.length > 0 ? [intakeIssue('file.extra-columns', 'file', { names: known.slice(0, MOST_NAMES) })] : []),
      ];
    },
  };
}

/**
 * A copy of a value in memory of its own. Splitting a text gives slices, and a slice keeps the whole text in memory.
 * Joining it to a character makes a copy, and a slice of that copy keeps no more than the copy.
 */
function detached(value: string): string {
  return ` ${value}`.slice(1);
}
