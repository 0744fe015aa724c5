import type { HeldField } from '../../../../shared/assignment/heldValue.ts';
import { heldField } from '../../../../shared/assignment/heldValue.ts';
import { listLayoutOf, type ListLayout } from '../../../../shared/assignment/listColumns.ts';
import { listIssue } from '../../../../shared/assignment/listIssues.ts';
import type { ListDifference } from '../../../../shared/assignment/listedChange.ts';
import { checkRow } from '../../../../shared/intake/checkRow.ts';
import { detectLayout, isSeparatorLine } from '../../../../shared/intake/detectLayout.ts';
import { fileKindOf } from '../../../../shared/intake/fileKind.ts';
import { shortened } from '../../../../shared/intake/hashText.ts';
import { createLineSplitter, type SourceLine } from '../../../../shared/intake/lineSplitter.ts';
import { readRecord } from '../../../../shared/intake/readRecord.ts';
import { createRecordReader, type SourceRecord } from '../../../../shared/intake/recordReader.ts';
import type { IssueFact } from '../../../../shared/intake/tellIssue.ts';
import { AppError } from '../../../../shared/outcome/appError.ts';
import { decodeText, encodingOf } from '../../intake/reading/decodeText.ts';

/** A line of a list, judged by itself. */
export interface ReadLine {
  readonly line: number;
  /** By which the device is known: its serial number, or its product key ID. */
  readonly name: string;
  readonly values: Readonly<Partial<Record<HeldField, string>>>;
  readonly issues: readonly IssueFact[];
}

export interface ReadList extends Pick<ListDifference, 'encoding' | 'delimiter' | 'fields'> {
  readonly lines: readonly ReadLine[];
  readonly issues: readonly IssueFact[];
}

const SAMPLE_LINES = 50;
/** More devices than a depot hands out in a month; such a list is read while everybody else waits. */
const MOST_LINES = 5_000;

/**
 * Reads a list of devices: text in any encoding and with any delimiter that intake reads, with or without headings.
 * @throws AppError `unsupported` or `invalid-input` where it is no list
 */
export function readList(bytes: Buffer): ReadList {
  const encoding = encodingOf(bytes);
  refuseOtherKinds(fileKindOf(bytes, encoding.encoding));
  const splitter = createLineSplitter();
  const lines: SourceLine[] = [];
  for (const { text } of decodeText(bytes, encoding)) lines.push(...splitter.push(text.replaceAll('\0', '')));
  lines.push(...splitter.end());
  const body = lines.filter(({ text }) => !isSeparatorLine(text));
  if (body.length === 0) throw refused('The list is empty.', 'Copy the lines with the serial numbers and paste them.');
  const sample = body.slice(0, SAMPLE_LINES);
  const layout = listLayoutOf(detectLayout(sample), (delimiter) =>
    recordsOf(sample, delimiter).map(({ fields }) => fields),
  );
  if (layout === null) {
    throw refused('No column of this list holds serial numbers.', 'Give the column the heading “Serial number”.');
  }
  const records = recordsOf(body, layout.delimiter).filter(
    ({ line, fields }) => line > layout.headerLine && fields.some((field) => field.trim() !== ''),
  );
  if (records.length === 0) throw refused('The list has headings and no line.', 'Copy the lines with it.');
  if (records.length > MOST_LINES) throw refused('The list has more than 5,000 lines.', 'Apply it in parts.');
  return {
    encoding: encoding.encoding,
    delimiter: layout.delimiter,
    fields: heldField.options.filter((field) => layout.columns.includes(field)),
    lines: records.map((record) => lineOf(record, layout)),
    issues: unusedColumns(records, layout),
  };
}

function lineOf(record: SourceRecord, { columns }: ListLayout): ReadLine {
  const { source } = readRecord(record, columns, (value) => value);
  const { values, issues } = checkRow(source, null, 'list');
  const given = heldField.options.flatMap((field) => {
    const value = values[field];
    return value === null ? [] : [[field, value] as const];
  });
  return {
    line: source.line,
    name: values.serialNumber ?? values.productKeyId ?? '',
    values: Object.fromEntries(given),
    issues,
  };
}

function recordsOf(lines: readonly SourceLine[], delimiter: ListLayout['delimiter']): readonly SourceRecord[] {
  const reader = createRecordReader(delimiter);
  return [...reader.push(lines), ...reader.end()];
}

function unusedColumns(records: readonly SourceRecord[], { columns, header }: ListLayout): readonly IssueFact[] {
  const names = columns.flatMap((column, index) => {
    if (column !== 'ignore' || !records.some(({ fields }) => (fields[index] ?? '').trim() !== '')) return [];
    const name = shortened((header?.[index] ?? '').trim());
    return [name === '' ? `column ${index + 1}` : name];
  });
  return names.length === 0 ? [] : [listIssue('list.unusedColumns', 'serialNumber', { names })];
}

function refuseOtherKinds(kind: ReturnType<typeof fileKindOf>): void {
  switch (kind.kind) {
    case 'text':
      return;
    case 'workbook':
      throw refused('This is an Excel workbook.', 'Copy its cells and paste them here, or save it as CSV.');
    case 'zip':
    case 'cab':
      throw refused('This is an archive.', 'Take the list out of it.');
    case 'other':
      throw refused(`The file is ${kind.name}, and no list of devices.`, 'Choose the list with the serial numbers.');
  }
}

const refused = (message: string, remedy: string): AppError => new AppError('unsupported', message, { remedy });
