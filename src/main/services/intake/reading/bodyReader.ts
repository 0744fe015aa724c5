import { detectLayout, type Layout, type TableLayout } from '../../../../shared/intake/detectLayout.ts';
import { checkRow } from '../../../../shared/intake/checkRow.ts';
import { columnKey } from '../../../../shared/intake/header.ts';
import { withoutSecrets } from '../../../../shared/intake/hashText.ts';
import { intakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import type { SourceLine } from '../../../../shared/intake/lineSplitter.ts';
import { readOa3Report } from '../../../../shared/intake/readOa3Report.ts';
import type { MappedField } from '../../../../shared/intake/vocabulary.ts';
import type { ColumnMapping, FileReading, ReadingContext, ReadRow } from './fileReading.ts';
import { createTableReader } from './tableReader.ts';

/** Reports and single hashes are small; a large file that begins like one is something else. */
const LARGEST_DOCUMENT_CHARACTERS = 33_554_432;
const SAMPLE_ROWS = 5;
const SAMPLE_CELL = 80;

/** What the text of a file came to. */
export type Body = Pick<FileReading, 'dialect' | 'rules' | 'delimiter' | 'rows' | 'issues' | 'mapping'>;

/** Takes the lines of a file, and at the end says what they were. */
export interface BodyReader {
  /** False when nothing more is wanted. */
  readonly push: (lines: readonly SourceLine[]) => boolean;
  readonly end: () => Body;
}

/** The reader for a file that begins with these lines. It has to be given them too. */
export function bodyReaderFor(sample: readonly SourceLine[], context: ReadingContext): BodyReader {
  const layout: Layout = detectLayout(sample);
  switch (layout.kind) {
    case 'table':
      return tableBody(layout, sample, context);
    case 'text':
      return documentBody(layout.dialect, context);
    case 'refused':
      return countingBody((lines) => {
        const what = layout.reason === 'file.json' ? 'JSON that holds no hash list' : 'XML, but no OA3 report';
        const message = `The file is ${what}. Nothing was read (${lines}).`;
        return refusedBody('unknown', [intakeIssue(layout.reason, 'file', message)]);
      });
  }
}

/** Nothing was read, and why. */
export function refusedBody(
  dialect: Body['dialect'],
  issues: readonly Issue[],
  mapping: ColumnMapping | null = null,
): Body {
  return { dialect, rules: dialect, delimiter: null, rows: [], issues, mapping };
}

/** Reads to the end only to name what was not used. */
function countingBody(finish: (lines: string) => Body): BodyReader {
  let first = 0;
  let last = 0;
  return {
    push(lines) {
      if (first === 0) first = lines[0]?.line ?? 0;
      last = lines.at(-1)?.line ?? last;
      return true;
    },
    end: () => finish(first === last ? `line ${first}` : `lines ${first} to ${last}`),
  };
}

function tableBody(layout: TableLayout, sample: readonly SourceLine[], context: ReadingContext): BodyReader {
  if (!layout.isGuess) return readerBody(layout, null, context);
  const mapping = mappingOf(layout, sample);
  const remembered = context.rememberedColumns(mapping.key);
  if (remembered !== null && remembered.length === layout.columns.length) {
    const confirmed = { ...mapping, guess: [...remembered], isConfirmed: true };
    return readerBody({ ...layout, columns: remembered, isGuess: false }, confirmed, context);
  }
  if (layout.columns.includes('hardwareHash')) return readerBody(layout, mapping, context);
  return countingBody((lines) => refusedBody('unknown', [noHashIssue(layout, lines)], mapping));
}

function readerBody(layout: TableLayout, mapping: ColumnMapping | null, context: ReadingContext): BodyReader {
  const withoutHash = layout.dialect === 'unknown' && !layout.columns.includes('hardwareHash');
  const rules = withoutHash ? 'partner-center' : layout.dialect;
  const reader = createTableReader(layout, rules, context);
  return {
    push: reader.push,
    end() {
      const { rows, issues } = reader.end();
      const message = 'The columns of this file are not known; they were guessed. Confirm what each one holds.';
      const guessed = layout.isGuess ? [intakeIssue('file.columns-guessed', 'file', message)] : [];
      const { dialect, delimiter } = layout;
      return { dialect, rules, delimiter, rows, issues: [...guessed, ...issues], mapping };
    },
  };
}

function noHashIssue({ header }: TableLayout, lines: string): Issue {
  const nothing = `Nothing was read (${lines}).`;
  if (header === null) {
    const message = `The file holds no hardware hash and no columns that Reseal knows. ${nothing} Say what the columns hold, or export the file again.`;
    return intakeIssue('file.unknown-layout', 'file', message);
  }
  const isAnalytics = header.some((name) => /score|startup|boot|analytics|health/i.test(name));
  const what = isAnalytics
    ? 'This looks like an Endpoint analytics export, which holds'
    : 'The columns of this file hold';
  const message = `${what} no hardware hash, so no device can be registered from it. ${nothing} Export the hashes on the devices or from Configuration Manager.`;
  return intakeIssue('file.no-hash-column', 'file', message);
}

function mappingOf(layout: TableLayout, sample: readonly SourceLine[]): ColumnMapping {
  const rows = sample
    .filter(({ line }) => line > layout.headerLine)
    .slice(0, SAMPLE_ROWS)
    .map(({ text }) => (layout.delimiter === null ? [text] : text.split(layout.delimiter)));
  const shown = (cell: string): string => withoutSecrets(cell.trim()).slice(0, SAMPLE_CELL);
  const header = layout.header?.map(shown) ?? layout.columns.map((_, index) => `Column ${index + 1}`);
  return {
    header,
    sample: rows.map((cells) => cells.map(shown)),
    guess: layout.columns.map((column): MappedField => (column === 'deviceLink' ? 'ignore' : column)),
    isConfirmed: false,
    key:
      layout.header === null
        ? `${layout.columns.length} columns without names`
        : layout.header.map(columnKey).join('|'),
  };
}

/** Files that are read as a whole: an OA3 report, a bare hash, a profile. */
function documentBody(dialect: 'oa3-xml' | 'bare-hash' | 'profile-json', context: ReadingContext): BodyReader {
  if (dialect === 'profile-json') {
    return countingBody((lines) => {
      const message = `This is an Autopilot profile for existing devices, and no list of devices (${lines}). It belongs on the device, in C:\\Windows\\Provisioning\\Autopilot; in Reseal, profiles come from the tenant.`;
      return refusedBody(dialect, [intakeIssue('file.profile-json', 'file', message)]);
    });
  }
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
        const message = 'The file begins like one hash or one report and is far too large for it. Export it again.';
        return { ...body, rows: [], issues: [intakeIssue('file.xml', 'file', message)] };
      }
      return dialect === 'oa3-xml' ? { ...body, ...oa3Rows(lines, context) } : { ...body, ...bareRows(lines, context) };
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
  const issues: Issue[] = [];
  if (report.state === 'broken') {
    const message = `The report stops being XML in line ${report.line}; what comes after was not read. Export it again.`;
    issues.push(intakeIssue('file.xml', 'file', message));
  } else if (rows.length === 0) {
    issues.push(
      intakeIssue('file.xml', 'file', 'The report holds no HardwareHash. Write it again with oa3tool /Report.'),
    );
  }
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

function hashRow(line: number, text: string, dialect: 'oa3-xml' | 'bare-hash', context: ReadingContext): ReadRow {
  const { check, bytes } = context.inspectHash(text);
  const source = { line, text: {}, issues: [] };
  return { source, hash: check, hashBytes: bytes, checked: checkRow(source, check, dialect) };
}
