import { checkRow } from '../../../../shared/intake/checkRow.ts';
import { repeatedHeaderLength, isSeparatorLine, type TableLayout } from '../../../../shared/intake/detectLayout.ts';
import { columnsOf, isHeader } from '../../../../shared/intake/columnHeadings.ts';
import { shortened } from '../../../../shared/intake/hashText.ts';
import { intakeIssue, type IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import { createLineCollector, type LineCollector } from '../../../../shared/intake/lineCollector.ts';
import type { SourceLine } from '../../../../shared/intake/lineSplitter.ts';
import { readRecord } from '../../../../shared/intake/readRecord.ts';
import { createRecordReader, type SourceRecord } from '../../../../shared/intake/recordReader.ts';
import type { DialectName } from '../../../../shared/intake/vocabulary.ts';
import type { ReadingContext, ReadRow } from './fileReading.ts';

/** More rows than any delivery has; a file of tiny lines must not fill the memory. */
const MOST_ROWS = 250_000;
const LONGEST_NAME = 60;

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
  let columns = layout.columns;

  function take(record: SourceRecord): void {
    const { line, fields } = record;
    if (rows.length === 0 && isSeparatorLine(fields.join(layout.delimiter ?? ''))) separators.add(line);
    else if (line <= layout.headerLine) {
      if (line < layout.headerLine || layout.dialect === 'configmgr-report') titles.add(line);
    } else if (fields.every((field) => field.trim() === '')) emptyRows.add(line);
    else if (layout.dialect === 'configmgr-report' && repeatedHeaderLength(fields) === 0) titles.add(line);
    else if (isHeaderAgain(fields)) {
      columns = columnsOf(fields);
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
      issues.push(...extraColumns(layout));
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

function extraColumns({ header, columns, dialect, isGuess }: TableLayout): IntakeIssue[] {
  if (header === null || isGuess || dialect === 'configmgr-report') return [];
  const issues: IntakeIssue[] = [];
  if (dialect === 'corporate-identifiers') issues.push(intakeIssue('file.header-of-identifiers', 'file'));
  const unused = header.filter((name, index) => columns[index] === 'ignore' && name.trim() !== '');
  if (unused.length > 0) {
    const names = unused.slice(0, 20).map((name) => shortened(name.trim()));
    issues.push(intakeIssue('file.extra-columns', 'file', { names }));
  }
  return issues;
}

/**
 * A copy of a value in its own memory. Splitting gives slices, and a slice keeps the whole text that it was cut from in
 * memory; joining it to another character makes a copy, and the slice of that copy is small.
 */
function detached(value: string): string {
  return ` ${value}`.slice(1);
}
