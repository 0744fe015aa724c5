import type { Content, CustomTableLayout } from 'pdfmake/interfaces.js';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { causeWords } from '../../../../shared/shift/failureCauses.ts';
import { openNames, openWords } from '../../../../shared/shift/shiftRows.ts';
import type { ShiftNote } from '../../../../shared/shift/shiftNote.ts';
import type { ShiftSummary } from '../../../../shared/shift/shiftSummary.ts';
import { stockBandWords } from '../../../../shared/shift/stockWeeks.ts';
import type { ShiftTotals } from '../../../../shared/shift/shiftTotals.ts';
import { GREY, HAIRLINE, INK } from '../../../paper/ink.ts';
import { isolated } from '../../../paper/isolated.ts';
import type { PageSize } from '../../../paper/pageSize.ts';
import { createPdf } from '../../../paper/pdf.ts';
import { paragraph } from '../../../paper/pdfText.ts';
import { refuseUnprintable } from '../../../paper/unprintable.ts';

const TITLE = 'Shift';
const MARGIN = 38;
const GAP = 22;
const NUMBER_WIDTH = 40;

/** How small it is set, and how much of each part stands on it: the first that is one page is taken. */
const settings = [
  { fontSize: 9, padding: 2.4, rows: 26, notes: 40 },
  { fontSize: 8, padding: 1.4, rows: 26, notes: 20 },
  { fontSize: 7, padding: 0.8, rows: 16, notes: 8 },
  { fontSize: 7, padding: 0.6, rows: 10, notes: 4 },
] as const;
type Setting = (typeof settings)[number];

export interface ShiftSheet {
  readonly summary: ShiftSummary;
  /** Whose devices: a tenant, or all. */
  readonly customer: string;
  /** Lab and bench, as far as they are set. */
  readonly place: string;
  readonly printedAt: Date;
  readonly printedBy: string;
  /** The newest row of the audit log at that time; empty where there is none. */
  readonly auditHead: string;
  readonly page: PageSize;
}

/**
 * A shift as one page, black and white, with room for both leads to sign. What is too much for a page is summed up, and the rest stands
 * in Reseal.
 * @throws AppError `unprintable` where it would need `withCodes`
 */
export async function shiftPdf(sheet: ShiftSheet, formatter: Formatter, withCodes: boolean): Promise<Buffer> {
  if (!withCodes) refuseUnprintable(textsOn(sheet));
  let file: Buffer | null = null;
  for (const setting of settings) {
    const made = await pdfWith(sheet, setting, formatter);
    file = made.file;
    if (made.pages === 1) break;
  }
  if (file === null) throw new Error('There is no way to set a shift.');
  return file;
}

async function pdfWith(sheet: ShiftSheet, setting: Setting, formatter: Formatter) {
  let pages = 1;
  const { page, printedAt } = sheet;
  const width = page.width - 2 * MARGIN;
  const file = await createPdf({
    info: { title: TITLE, creator: 'Reseal', creationDate: printedAt },
    pageSize: page.name,
    pageMargins: [MARGIN, 36, MARGIN, 40],
    defaultStyle: { fontSize: setting.fontSize, color: INK, lineHeight: 1.1 },
    footer: (_, count) => {
      pages = count;
      return foot(sheet, formatter, width);
    },
    content: [head(sheet, width, formatter), body(sheet.summary, setting, width, formatter), closing(width)],
  });
  return { file, pages };
}

function head(
  { customer, summary: { from, to, totals, now } }: ShiftSheet,
  width: number,
  formatter: Formatter,
): Content {
  const numbers = [
    [totals.succeeded, 'green'],
    [totals.failed, 'failed'],
    [now.running, 'running now'],
    [totals.resealed, 'resealed'],
    [totals.shipped, 'shipped'],
  ] as const;
  return {
    stack: [
      { text: TITLE, bold: true, fontSize: 22, lineHeight: 1 },
      paragraph(
        `${isolated(customer)}, ${formatter.instant(from)} to ${formatter.instant(to)}`,
        { fontSize: 11, bold: true },
        width,
      ),
      {
        margin: [0, 8, 0, 0],
        columns: numbers.map(([count, word]) => ({
          stack: [
            { text: formatter.number(count), bold: true, fontSize: 18, lineHeight: 1 },
            { text: word, color: GREY },
          ],
        })),
      },
    ],
  };
}

function body(summary: ShiftSummary, setting: Setting, width: number, formatter: Formatter): Content {
  const half = (width - GAP) / 2;
  const { causes, now, notes, parts, partHours, technicians, totals } = summary;
  const done = (of: ShiftTotals) => [of.succeeded, of.failed, of.resealed, of.shipped];
  const heads = ['green', 'failed', 'resealed', 'shipped'];
  const busy = parts.filter(({ totals: own }) => done(own).some((count) => count > 0));
  const nameOf = partHours === 1 ? formatter.dayAndTime : formatter.day;
  const hours = busy.map(({ at, totals: own }) => ({ name: nameOf(at), counts: done(own) }));
  const people = technicians.map(({ technician, totals: own }) => ({ name: technician, counts: done(own) }));
  const all = { name: 'All', counts: done(totals) };
  const stock = now.stock.flatMap((band) =>
    band.here + band.shipped === 0 ? [] : [{ name: stockBandWords(band), counts: [band.here, band.shipped] }],
  );
  const part = (title: string, columns: readonly string[], rows: readonly Row[], total?: Row) =>
    countTable(title, columns, withinLimit(rows, setting.rows), total, half, setting, formatter);
  return {
    stack: [
      {
        columns: [
          {
            width: half,
            stack: [
              part('By whom', heads, people, all),
              part(partHours === 1 ? 'From hour to hour' : 'From day to day', heads, hours, all),
            ],
          },
          {
            width: half,
            stack: [
              part(
                'Why it failed',
                ['times'],
                causes.map((cause) => ({ name: codeAnd(cause.code, causeWords(cause)), counts: [cause.failures] })),
                { name: 'All', counts: [totals.failed] },
              ),
              part(
                'Still open now',
                ['number'],
                openNames.map((name) => ({ name: openWords[name], counts: [now[name]] })),
              ),
              ...(stock.length === 0
                ? []
                : [part('Resealed, by what is left of the six months', ['here', 'shipped'], stock)]),
            ],
          },
        ],
        columnGap: GAP,
      },
      noteList(notes, setting, width, formatter),
    ],
  };
}

const codeAnd = (code: string | null, words: string): string =>
  code === null || code === words ? words : `${words}, ${code}`;

interface Row {
  readonly name: string;
  readonly counts: readonly number[];
}

/** As many rows as there is room for; the others as one, so that the sum is still theirs. */
function withinLimit(rows: readonly Row[], most: number): readonly Row[] {
  const rest = rows.slice(most);
  const [first] = rest;
  if (first === undefined) return rows;
  const counts = first.counts.map((_, index) => rest.reduce((sum, row) => sum + (row.counts[index] ?? 0), 0));
  return [...rows.slice(0, most), { name: `${String(rest.length)} more`, counts }];
}

function countTable(
  title: string,
  columns: readonly string[],
  rows: readonly Row[],
  total: Row | undefined,
  width: number,
  { fontSize, padding }: Setting,
  formatter: Formatter,
): Content {
  if (rows.length === 0) return { stack: [heading(title), { text: 'None.', color: GREY }] };
  const nameWidth = width - columns.length * NUMBER_WIDTH;
  const line = ({ name, counts }: Row, bold: boolean) => [
    paragraph(name, { fontSize, bold }, nameWidth),
    ...counts.map((count) => ({ text: formatter.number(count), alignment: 'right' as const, bold })),
  ];
  return {
    stack: [
      heading(title),
      {
        table: {
          widths: [nameWidth, ...columns.map(() => NUMBER_WIDTH)],
          body: [
            [
              '',
              ...columns.map((text) => ({ text, alignment: 'right' as const, fontSize: fontSize - 1, color: GREY })),
            ],
            ...rows.map((row) => line(row, false)),
            ...(total === undefined ? [] : [line(total, true)]),
          ],
        },
        layout: layoutOf(padding),
      },
    ],
  };
}

const heading = (text: string): Content => ({ text, bold: true, fontSize: 11, margin: [0, 10, 0, 1] });

const layoutOf = (padding: number): CustomTableLayout => ({
  hLineWidth: (rule) => (rule === 0 ? 0 : rule === 1 ? 0.9 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (rule) => (rule === 1 ? INK : HAIRLINE),
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => padding,
  paddingBottom: () => padding,
});

function noteList(notes: readonly ShiftNote[], setting: Setting, width: number, formatter: Formatter): Content {
  const shown = notes.slice(0, setting.notes);
  const rest = notes.length - shown.length;
  return {
    stack: [
      heading('Notes to the next shift'),
      ...(notes.length === 0 ? [{ text: 'None.', color: GREY }] : []),
      ...shown.map((note) => ({
        stack: [paragraph(noteLine(note, formatter), { fontSize: setting.fontSize }, width)],
        margin: [0, setting.padding, 0, 0] as [number, number, number, number],
      })),
      ...(rest === 0
        ? []
        : [{ text: `${formatter.count(rest, 'older note', 'older notes')} in Reseal.`, color: GREY }]),
    ],
  };
}

const noteLine = ({ at, technician, text }: ShiftNote, formatter: Formatter): string =>
  `${isolated(text.replaceAll(/\s+/g, ' '))} ${isolated(technician)} ${formatter.dayAndTime(at)}`;

/** Where both leads vouch for the hand-over. */
function closing(width: number): Content {
  const each = (width - GAP) / 2;
  const ruled = (label: string) => ({
    width: each,
    stack: [
      { canvas: [{ type: 'line' as const, x1: 0, y1: 34, x2: each, y2: 34, lineWidth: 0.6 }] },
      { text: label, fontSize: 8, color: GREY },
    ],
  });
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columns: [ruled('Handed over: name, time, signature'), ruled('Taken over: name, time, signature')],
    columnGap: GAP,
  };
}

function foot({ auditHead, place, printedAt, printedBy }: ShiftSheet, formatter: Formatter, width: number): Content {
  const style = { fontSize: 8, color: GREY };
  const by = printedBy === '' ? '' : ` by ${isolated(printedBy)}`;
  const audit = auditHead === '' ? '' : ` · audit ${auditHead}`;
  return {
    margin: [MARGIN, 14, MARGIN, 0],
    columns: [
      paragraph(place, style, width / 3),
      {
        width: (width * 2) / 3,
        stack: [paragraph(`Printed ${formatter.instant(printedAt)}${by}${audit}`, style, (width * 2) / 3)],
        alignment: 'right',
      },
    ],
  };
}

function textsOn({ customer, place, printedBy, summary: { causes, notes, technicians } }: ShiftSheet) {
  const named = (field: string, texts: readonly string[]) =>
    texts.map((text) => ({ field, device: 'the shift', text }));
  return [
    ...named('tenant', [customer]),
    ...named('lab or bench', [place]),
    ...named('initials', [printedBy, ...technicians.map(({ technician }) => technician)]),
    ...named(
      'initials of a note',
      notes.map(({ technician }) => technician),
    ),
    ...named('error code', causes.map(causeWords)),
    ...named(
      'note',
      notes.map(({ text }) => text),
    ),
  ];
}
