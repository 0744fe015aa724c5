import { columnKey, intakeColumnOf, columnsOf, isHeader } from './columnHeadings.ts';
import { guessColumns } from './guessColumns.ts';
import { looksLikeHash } from './hashText.ts';
import type { SourceLine } from './lineSplitter.ts';
import { isPropertyList } from './readPropertyList.ts';
import { createRecordReader, type SourceRecord } from './recordReader.ts';
import type { IntakeColumn, Delimiter, DialectName, MappedField } from './vocabulary.ts';

/** What a file is, judged by its first lines. */
export type Layout =
  | TableLayout
  | { readonly kind: 'text'; readonly dialect: 'oa3-xml' | 'bare-hash' | 'property-list' | 'profile-json' }
  | { readonly kind: 'refused'; readonly reason: 'file.json' | 'file.xml' };

export interface TableLayout {
  readonly kind: 'table';
  readonly dialect: DialectName;
  readonly delimiter: Delimiter | null;
  /** The names as they stand; null where the file has none. */
  readonly header: readonly string[] | null;
  readonly columns: readonly IntakeColumn[];
  /** Lines up to this one are title and header; 0 where the first line is a row. */
  readonly headerLine: number;
  /** Whether `columns` is certain; a guess waits for a person. */
  readonly isGuess: boolean;
  /** Whether a person has said what the columns hold. */
  readonly isTold?: boolean;
}

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
/** A report has a few title lines above its header. */
const MOST_TITLE_RECORDS = 15;

/** Judges a file by its first lines that are not blank. */
export function detectLayout(lines: readonly SourceLine[]): Layout {
  const text = lines
    .slice(0, 5)
    .map((line) => line.text)
    .join('\n')
    .replace(/^[\uFEFF\s\0]+/, '');
  if (text.startsWith('<')) return isOa3(lines) ? { kind: 'text', dialect: 'oa3-xml' } : refused('file.xml');
  if (/^[{[]/.test(text)) return isProfile(lines) ? { kind: 'text', dialect: 'profile-json' } : refused('file.json');
  const body = lines.filter(({ text: line }) => !isSeparatorLine(line));
  const candidates = DELIMITERS.map((delimiter) => readTable(body, delimiter));
  const known = candidates.filter((table) => table !== null).sort((a, b) => knownColumns(b) - knownColumns(a))[0];
  if (known !== undefined) return known;
  if (isPropertyList(body)) return { kind: 'text', dialect: 'property-list' };
  if (isBareHash(body)) return { kind: 'text', dialect: 'bare-hash' };
  return withoutHeader(body);
}

/** Excel's own first line, `sep=;`. */
export function isSeparatorLine(text: string): boolean {
  return /^[\uFEFF"]*sep=.["]*$/i.test(text.trim());
}

function refused(reason: 'file.json' | 'file.xml'): Layout {
  return { kind: 'refused', reason };
}

function isOa3(lines: readonly SourceLine[]): boolean {
  return lines.some(({ text }) => /<(HardwareHash|Key|ProductKeyState)\b/.test(text));
}

function isProfile(lines: readonly SourceLine[]): boolean {
  return lines.some(({ text }) => /CloudAssigned|ZtdCorrelationId/.test(text));
}

/** One hash, on one line or wrapped, or one hash per line, and nothing else. */
function isBareHash(lines: readonly SourceLine[]): boolean {
  const [first] = lines;
  if (first === undefined || !/T0[E-H][\w+/\s-]{50}/i.test(first.text)) return false;
  // Text in front of the hash, as PowerShell lists properties, is mended when the hash is read.
  const withoutLabel = [{ ...first, text: first.text.replace(/^[^,;\t]{0,60}?(?=T0[E-H])/, '') }, ...lines.slice(1)];
  return withoutLabel.every(
    ({ text }) => !/[,;\t]/.test(text) && /^[\w+/=%\-\s"'\uFEFF\0]*$/.test(text.slice(0, 5_000)),
  );
}

function recordsOf(lines: readonly SourceLine[], delimiter: Delimiter | null): SourceRecord[] {
  const reader = createRecordReader(delimiter);
  return [...reader.push(lines), ...reader.end()];
}

function knownColumns({ columns }: TableLayout): number {
  return columns.filter((column) => column !== 'ignore').length;
}

/** A table whose header is known with this delimiter. */
function readTable(lines: readonly SourceLine[], delimiter: Delimiter): TableLayout | null {
  const records = recordsOf(lines, delimiter).slice(0, MOST_TITLE_RECORDS);
  const report = records.find(({ fields }) => repeatedHeaderLength(fields) > 0);
  if (report !== undefined) return reportLayout(report, delimiter);
  const header = records.find(({ fields }) => isHeader(fields));
  if (header === undefined) return null;
  const columns = withDeviceLink(header.fields, columnsOf(header.fields));
  const dialect = dialectOf(header.fields, columns);
  if (dialect === null) return null;
  const layout = { kind: 'table', dialect, delimiter, header: header.fields, columns, isGuess: false } as const;
  return { ...layout, headerLine: header.line };
}

/** How many values at the start of a row of a Configuration Manager report only repeat the names of its columns. */
export function repeatedHeaderLength(fields: readonly string[]): number {
  const MOST_NAMES = 5;
  let length = 0;
  while (length < MOST_NAMES && intakeColumnOf(fields[length] ?? '') !== null) length++;
  const values = fields.slice(length, length * 2);
  return length >= 3 && values.some(looksLikeHash) ? length : 0;
}

function reportLayout({ fields, line }: SourceRecord, delimiter: Delimiter): TableLayout {
  const length = repeatedHeaderLength(fields);
  const header = fields.slice(0, length);
  const columns: IntakeColumn[] = [...header.map(() => 'ignore' as const), ...columnsOf(header)];
  return {
    kind: 'table',
    dialect: 'configmgr-report',
    delimiter,
    header,
    columns,
    headerLine: line - 1,
    isGuess: false,
  };
}

function withDeviceLink(header: readonly string[], columns: readonly IntakeColumn[]): IntakeColumn[] {
  const isDeviceLink = !columns.includes('hardwareHash') && columns.includes('serialNumber');
  return columns.map((column, index) =>
    isDeviceLink && ['data', 'devicelink'].includes(columnKey(header[index] ?? '')) ? 'deviceLink' : column,
  );
}

const INTUNE_NAMES = new Set(['deviceserialnumber', 'windowsproductid', 'hardwarehash', 'grouptag', 'assigneduser']);
const CIPP_NAMES = new Set(['oemmanufacturername', 'modelname', 'productkey']);

/** The dialect that a header speaks; null for a table that holds no devices. */
function dialectOf(header: readonly string[], columns: readonly IntakeColumn[]): DialectName | null {
  const keys = header.map(columnKey);
  const has = (column: IntakeColumn): boolean => columns.includes(column);
  if (keys.filter((key) => CIPP_NAMES.has(key)).length >= 2) return 'cipp';
  if (has('deviceLink')) return 'devicelink';
  if (has('hardwareHash')) {
    if (keys.includes('orderid')) return 'legacy-order-id';
    const isPartner = has('manufacturer') && has('model') && !has('groupTag') && !has('assignedUser');
    if (isPartner) return 'partner-center';
    return keys.filter((key) => INTUNE_NAMES.has(key)).length >= 3 ? 'intune' : 'unknown';
  }
  if (!has('manufacturer') || !has('model') || !has('serialNumber')) return null;
  if (has('productKeyId')) return 'partner-center';
  return columns.every((column) => column !== 'ignore') ? 'corporate-identifiers' : null;
}

/** No known header: values that tell by themselves what they are, or a layout that a person has to explain. */
function withoutHeader(lines: readonly SourceLine[]): TableLayout {
  const tables = DELIMITERS.map((delimiter) => ({ delimiter, records: recordsOf(lines, delimiter) }));
  const widest = tables.reduce((best, table) =>
    medianWidth(table.records) > medianWidth(best.records) ? table : best,
  );
  const isTable = medianWidth(widest.records) > 1;
  const delimiter = isTable ? widest.delimiter : null;
  const records = isTable ? widest.records : recordsOf(lines, null);
  const rows = records.map(({ fields }) => fields);
  const plain = { kind: 'table', delimiter, header: null, headerLine: 0, isGuess: false } as const;
  if (isHeaderless(rows)) {
    const columns = headerlessColumns.slice(0, Math.max(3, ...rows.map((fields) => fields.length)));
    return { ...plain, dialect: 'headerless', columns };
  }
  if (isCorporateIdentifiers(rows)) {
    return { ...plain, dialect: 'corporate-identifiers', columns: ['manufacturer', 'model', 'serialNumber'] };
  }
  const [first] = records;
  const hasHeader = first !== undefined && records.length > 1 && isLikelyHeader(first.fields, rows.slice(1));
  const guess: MappedField[] = guessColumns(hasHeader ? first.fields : null, hasHeader ? rows.slice(1) : rows);
  return {
    kind: 'table',
    dialect: 'unknown',
    delimiter,
    header: hasHeader ? first.fields : null,
    columns: guess,
    headerLine: hasHeader ? first.line : 0,
    isGuess: true,
  };
}

/** Serial number, product, hash, then tag and user: the order of Intune's own columns. */
const headerlessColumns: readonly IntakeColumn[] = [
  'serialNumber',
  'productKeyId',
  'hardwareHash',
  'groupTag',
  'assignedUser',
];

function isHeaderless(rows: readonly (readonly string[])[]): boolean {
  const HASH = 2;
  const withHash = rows.filter((fields) => fields.some(looksLikeHash));
  if (withHash.length === 0 || rows[0] === undefined) return false;
  const inPlace = withHash.filter((fields) => looksLikeHash(fields[HASH] ?? '')).length;
  return inPlace * 2 > withHash.length && !isLikelyHeader(rows[0], rows.slice(1));
}

/** A value that only a maker of devices has, as makers write themselves. */
const MAKERS =
  /^(hp|hewlett[- ]?packard|dell|lenovo|microsoft|acer|asus|dynabook|toshiba|fujitsu|panasonic|samsung|lg|msi|gigabyte|huawei|medion|getac|zebra|honeywell|vaio|razer|framework|intel|google|apple)\b/i;
const SERIAL = /^(?=.*\d)[\w.\-/ ]{4,64}$/;

function isCorporateIdentifiers(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.filter((fields) => fields.some((field) => field.trim() !== ''));
  if (filled.length === 0) return false;
  const fits = filled.filter(
    (fields) =>
      fields.slice(3).every((field) => field.trim() === '') &&
      (fields[0] ?? '').trim() !== '' &&
      (fields[1] ?? '').trim() !== '' &&
      SERIAL.test((fields[2] ?? '').trim()),
  );
  const ofMakers = fits.filter((fields) => MAKERS.test((fields[0] ?? '').trim()));
  return fits.length * 4 >= filled.length * 3 && ofMakers.length * 2 >= filled.length;
}

/** Short names in every column; and there is a hash below, or names without digits as serial numbers have them. */
function isLikelyHeader(fields: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const areNames = fields.every((field) => field.length <= 60 && !looksLikeHash(field) && /\p{Letter}/u.test(field));
  if (!areNames) return false;
  return rows.some((row) => row.some(looksLikeHash)) || fields.every((field) => !/\d/.test(field));
}

function medianWidth(records: readonly SourceRecord[]): number {
  const widths = records.map(({ fields }) => fields.length).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}
