import { detectLayout, type Layout, type TableLayout } from '../../../../shared/intake/detectLayout.ts';
import { MOST_COLUMNS } from '../../../../shared/intake/guessColumns.ts';
import { columnKey } from '../../../../shared/intake/columnHeadings.ts';
import { shortened } from '../../../../shared/intake/hashText.ts';
import { intakeIssue, type IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { LineRange } from '../../../../shared/intake/lineWords.ts';
import type { SourceLine } from '../../../../shared/intake/lineSplitter.ts';
import type { MappedField } from '../../../../shared/intake/vocabulary.ts';
import type { Body, BodyReader, ColumnMapping, ReadingContext } from './fileReading.ts';
import { createDocumentReader } from './documentReader.ts';
import { createTableReader } from './tableReader.ts';

const SAMPLE_ROWS = 5;

/** The reader for a file that begins with these lines. They must be passed to it as well. */
export function bodyReaderFor(sample: readonly SourceLine[], context: ReadingContext): BodyReader {
  const layout: Layout = detectLayout(sample);
  switch (layout.kind) {
    case 'table':
      return tableBody(layout, sample, context);
    case 'text':
      return layout.dialect === 'profile-json' ? profileBody() : createDocumentReader(layout.dialect, context);
    case 'refused':
      return countingBody((span) => {
        const issue =
          layout.reason === 'file.json'
            ? intakeIssue('file.json', 'file', { span })
            : intakeIssue('file.xml', 'file', { kind: 'other', span });
        return refusedBody('unknown', [issue]);
      });
  }
}

/** Nothing was read, and why. */
export function refusedBody(
  dialect: Body['dialect'],
  issues: readonly IntakeIssue[],
  mapping: ColumnMapping | null = null,
): Body {
  return { dialect, rules: dialect, delimiter: null, rows: [], issues, mapping };
}

/** Reads the rest only to know which lines were not used: the issue names them. */
function countingBody(finish: (span: LineRange) => Body): BodyReader {
  let first = 0;
  let last = 0;
  return {
    push(lines) {
      if (first === 0) first = lines[0]?.line ?? 0;
      last = lines.at(-1)?.line ?? last;
      return true;
    },
    end: () => finish({ from: first, to: last }),
  };
}

function profileBody(): BodyReader {
  return countingBody((span) => refusedBody('profile-json', [intakeIssue('file.profile-json', 'file', { span })]));
}

function tableBody(layout: TableLayout, sample: readonly SourceLine[], context: ReadingContext): BodyReader {
  if (layout.columns.length > MOST_COLUMNS) {
    if (!layout.isGuess) return readerBody(layout, null, context);
    return countingBody((span) => refusedBody('unknown', [noHashIssue(layout, span)]));
  }
  if (!layout.isGuess && !hasOpenColumns(layout)) return readerBody(layout, null, context);
  const mapping = mappingOf(layout, sample);
  const remembered = context.rememberedColumns(mapping.key);
  if (remembered !== null && remembered.length === layout.columns.length) {
    const confirmed = { ...mapping, guess: [...remembered], isConfirmed: true };
    return readerBody({ ...layout, columns: remembered, isGuess: false, isTold: true }, confirmed, context);
  }
  if (!layout.isGuess) return readerBody(layout, mapping, context);
  if (layout.columns.includes('hardwareHash')) return readerBody(layout, mapping, context);
  return countingBody((span) => refusedBody('unknown', [noHashIssue(layout, span)], mapping));
}

/** Whether a person may say of a known layout what columns beside the known ones hold. */
function hasOpenColumns({ header, columns, dialect }: TableLayout): boolean {
  // What a report repeats in every row, and the data of a DeviceLink, are no columns that a person could choose.
  const isFixed = dialect === 'configmgr-report' || dialect === 'devicelink';
  return header !== null && !isFixed && columns.includes('ignore');
}

function readerBody(layout: TableLayout, mapping: ColumnMapping | null, context: ReadingContext): BodyReader {
  const withoutHash = layout.dialect === 'unknown' && !layout.columns.includes('hardwareHash');
  const rules = withoutHash ? 'partner-center' : layout.dialect;
  const reader = createTableReader(layout, rules, context);
  return {
    push: reader.push,
    end() {
      const { rows, issues } = reader.end();
      const guessed = layout.isGuess ? [intakeIssue('file.columns-guessed', 'file')] : [];
      const { dialect, delimiter } = layout;
      // Of a known layout, only a column that holds something is a question.
      const isAsked = layout.isGuess || layout.isTold || issues.some(({ code }) => code === 'file.unassigned-columns');
      return { dialect, rules, delimiter, rows, issues: [...guessed, ...issues], mapping: isAsked ? mapping : null };
    },
  };
}

function noHashIssue({ header }: TableLayout, span: LineRange): IntakeIssue {
  if (header === null) return intakeIssue('file.unknown-layout', 'file', { span });
  const isAnalytics = header.some((name) => /score|startup|boot|analytics|health/i.test(name));
  return intakeIssue('file.no-hash-column', 'file', { span, isAnalytics });
}

function mappingOf(layout: TableLayout, sample: readonly SourceLine[]): ColumnMapping {
  const rows = sample
    .filter(({ line }) => line > layout.headerLine)
    .slice(0, SAMPLE_ROWS)
    .map(({ text }) => (layout.delimiter === null ? [text] : text.split(layout.delimiter)));
  const shown = (cell: string): string => shortened(cell.trim());
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
