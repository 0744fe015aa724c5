import { checkRow } from '../../../../shared/intake/checkRow.ts';
import { intakeIssue, type IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { SourceLine } from '../../../../shared/intake/lineSplitter.ts';
import { readPropertyList } from '../../../../shared/intake/readPropertyList.ts';
import { readRecord } from '../../../../shared/intake/readRecord.ts';
import { readOa3Report } from '../../../../shared/intake/readOa3Report.ts';
import type { Body, BodyReader, ReadingContext, ReadRow } from './fileReading.ts';

/** Reports and single hashes are small; a large file that begins like one is something else. */
const LARGEST_DOCUMENT_CHARACTERS = 33_554_432;

type DocumentDialect = 'oa3-xml' | 'bare-hash' | 'property-list';

/** Reads what is no table: an OA3 report, a list of properties, or nothing but hashes. */
export function createDocumentReader(dialect: DocumentDialect, context: ReadingContext): BodyReader {
  const lines: SourceLine[] = [];
  let characters = 0;
  return {
    push(more) {
      for (const line of more) characters += line.cutFrom ?? line.text.length;
      lines.push(...more);
      return characters <= LARGEST_DOCUMENT_CHARACTERS;
    },
    end() {
      const body = { dialect, rules: dialect, delimiter: null, mapping: null };
      if (lines.some(({ cutFrom }) => cutFrom !== null) || characters > LARGEST_DOCUMENT_CHARACTERS) {
        return { ...body, rows: [], issues: [intakeIssue('file.too-long', 'file')] };
      }
      return { ...body, ...ROWS[dialect](lines, context) };
    },
  };
}

type RowsAndIssues = Pick<Body, 'rows' | 'issues'>;

function oa3Rows(lines: readonly SourceLine[], context: ReadingContext): RowsAndIssues {
  let xml = '';
  let at = 1;
  for (const { line, text } of lines) {
    xml += `${'\n'.repeat(Math.max(0, line - at))}${text}`;
    at = line;
  }
  const report = readOa3Report(xml);
  const rows = report.hashes.map(({ line, text }) => hashRow(line, text, 'oa3-xml', context));
  const issues: IntakeIssue[] = [];
  if (report.state === 'broken') issues.push(intakeIssue('file.xml', 'file', { kind: 'broken', line: report.line }));
  else if (rows.length === 0) issues.push(intakeIssue('file.xml', 'file', { kind: 'empty' }));
  return { rows, issues };
}

/** A line that begins like a hash begins a row; other lines continue it, as in a wrapped hash. */
function bareRows(lines: readonly SourceLine[], context: ReadingContext): RowsAndIssues {
  const hashes: { line: number; text: string }[] = [];
  for (const { line, text } of lines) {
    const last = hashes.at(-1);
    if (last === undefined || /^[\s"'\uFEFF]*T0[E-H]/.test(text)) hashes.push({ line, text });
    else last.text += `\n${text}`;
  }
  return { rows: hashes.map(({ line, text }) => hashRow(line, text, 'bare-hash', context)), issues: [] };
}

/** Each object is a row with the columns of its own names. */
function propertyRows(lines: readonly SourceLine[], context: ReadingContext): RowsAndIssues {
  const rows = readPropertyList(lines).map(({ record, columns }): ReadRow => {
    const { source, hashText } = readRecord(record, columns, (value) => value);
    const inspected = hashText === null ? null : context.inspectHash(hashText);
    const hash = inspected?.check ?? null;
    return { source, hash, hashBytes: inspected?.bytes ?? null, checked: checkRow(source, hash, 'property-list') };
  });
  return { rows, issues: [] };
}

const ROWS: Readonly<
  Record<DocumentDialect, (lines: readonly SourceLine[], context: ReadingContext) => RowsAndIssues>
> = { 'oa3-xml': oa3Rows, 'bare-hash': bareRows, 'property-list': propertyRows };

function hashRow(line: number, text: string, dialect: 'oa3-xml' | 'bare-hash', context: ReadingContext): ReadRow {
  const { check, bytes } = context.inspectHash(text);
  const source = { line, text: {}, issues: [] };
  return { source, hash: check, hashBytes: bytes, checked: checkRow(source, check, dialect) };
}
