import { neutralFormatter } from '../../../../shared/format/neutralFormatter.ts';
import { checkRow } from '../../../../shared/intake/checkRow.ts';
import { repeatedHeaderLength, isSeparatorLine, type TableLayout } from '../../../../shared/intake/detectLayout.ts';
import { columnsOf, isHeader } from '../../../../shared/intake/columnHeadings.ts';
import { withoutSecrets } from '../../../../shared/intake/hashText.ts';
import { intakeIssue, type IntakeIssueCode } from '../../../../shared/intake/intakeIssues.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
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
  readonly end: () => { readonly rows: readonly ReadRow[]; readonly issues: readonly Issue[] };
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
      const issues: Issue[] = [
        ...named('file.separator-line', separators, (where) => `Only tells Excel the delimiter: ${where}.`),
        ...named('file.title-lines', titles, (where) => `Neither header nor row, so not used: ${where}.`),
        ...named(
          'file.repeated-header',
          headers,
          (where) => `A header stands again in ${where}, as in files that were joined.`,
        ),
        ...named('file.empty-rows', emptyRows, (where) => `Delimiters without any value: ${where}.`),
        ...named('file.footer-lines', footers, (where) => `No value in a column that is used: ${where}.`),
        ...named(
          'file.too-many-rows',
          rest,
          (where) =>
            `Reseal reads ${neutralFormatter.number(MOST_ROWS)} rows of a file; nothing from ${where} on was read. Split the file.`,
        ),
        ...extraColumns(layout),
      ];
      if (rows.length === 0) issues.push(intakeIssue('file.no-rows', 'file', 'The file has a header and no rows.'));
      return { rows, issues };
    },
  };
}

const columnsGuessed = intakeIssue(
  'row.columns-guessed',
  'hardwareHash',
  'The columns of this file were guessed. Confirm what they hold.',
);

function named(code: IntakeIssueCode, lines: LineCollector, sentence: (where: string) => string): Issue[] {
  return lines.count() === 0 ? [] : [intakeIssue(code, 'file', sentence(lines.words()))];
}

function extraColumns({ header, columns, dialect, isGuess }: TableLayout): Issue[] {
  if (header === null || isGuess || dialect === 'configmgr-report') return [];
  const issues: Issue[] = [];
  if (dialect === 'corporate-identifiers') {
    const message = 'Corporate identifiers have no header in Intune; the first line was read as one.';
    issues.push(intakeIssue('file.header-of-identifiers', 'file', message));
  }
  const unused = header.filter((name, index) => columns[index] === 'ignore' && name.trim() !== '');
  if (unused.length > 0) {
    const names = unused.slice(0, 20).map((name) => `“${withoutSecrets(name.trim()).slice(0, LONGEST_NAME)}”`);
    issues.push(intakeIssue('file.extra-columns', 'file', `Not used: ${names.join(', ')}.`));
  }
  return issues;
}

/**
 * A copy of a value. A slice, which is what splitting gives, keeps the whole piece of the file alive that it was cut
 * from; joined to something, it is copied into memory of its own, and the slice of that keeps little alive.
 */
function detached(value: string): string {
  return ` ${value}`.slice(1);
}
