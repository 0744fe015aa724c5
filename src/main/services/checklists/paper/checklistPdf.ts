import type { Content, TableCell, TableLayout } from 'pdfmake/interfaces.js';
import type { ChecklistItem } from '../../../../shared/checklists/checklist.ts';
import { GREY, HAIRLINE, INK } from '../../../paper/ink.ts';
import { code128, qrCode, type Code } from '../../../paper/codes.ts';
import { createPdf, POINTS_PER_MM } from '../../../paper/pdf.ts';
import { line, paragraph } from '../../../paper/pdfText.ts';
import { widthOf } from '../../../paper/textLine.ts';
import { isolated } from '../../../paper/isolated.ts';
import { needOf, printedOf, signatureOf, whoOf, type ChecklistSheet, type SheetBlock } from './checklistSheet.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';

/** As wide as A4 lets it be; on Letter the margins are a little wider. */
const TEXT_WIDTH = 519;
const SERIAL_SIZE = { most: 34, least: 12 };
const QR_SIDE = 27 * POINTS_PER_MM;
const BARS = { width: 82 * POINTS_PER_MM, height: 8 * POINTS_PER_MM, module: 0.375 * POINTS_PER_MM };
const BOX = 11;

/** A checklist for paper: black and white, with boxes to tick and room to sign. */
export const checklistPdf = (sheet: ChecklistSheet, formatter: Formatter): Promise<Buffer> =>
  checklistsPdf([sheet], formatter);

/** Several checklists, each beginning a page and counting its own. At least one. */
export function checklistsPdf(sheets: readonly ChecklistSheet[], formatter: Formatter): Promise<Buffer> {
  const [first] = sheets;
  /** The page on which each sheet begins, known once they are laid out. */
  const starts = sheets.map((_, index) => (index === 0 ? 1 : Number.POSITIVE_INFINITY));
  function placeOf(page: number, pages: number) {
    const index = starts.findLastIndex((start) => start <= page);
    const start = starts[index] ?? 1;
    const end = Math.min(starts[index + 1] ?? Number.POSITIVE_INFINITY, pages + 1);
    return { sheet: sheets[index], page: page - start + 1, pages: end - start };
  }
  return createPdf({
    info: {
      title: sheets.length === 1 && first !== undefined ? `${first.name}: ${first.title}` : 'Checklists',
      creator: 'Reseal',
      ...(first === undefined ? {} : { creationDate: first.printedAt }),
    },
    pageSize: first?.page.name ?? 'A4',
    pageMargins: first === undefined ? 0 : [sideOf(first), 44, sideOf(first), 42],
    defaultStyle: { fontSize: 9, color: INK, lineHeight: 1.08 },
    pageBreakBefore: ({ id, pageNumbers }) => {
      const index = id === undefined ? -1 : sheets.findIndex((_, at) => id === idOf(at));
      if (index >= 0) starts[index] = pageNumbers[0] ?? 1;
      return false;
    },
    header: (page, pages) => {
      const { sheet, page: own } = placeOf(page, pages);
      return own === 1 || sheet === undefined ? '' : runningHead(sheet);
    },
    footer: (page, pages) => {
      const { sheet, ...own } = placeOf(page, pages);
      return sheet === undefined ? '' : foot(sheet, formatter, own.page, own.pages);
    },
    content: sheets.map((sheet, index) => ({
      id: idOf(index),
      ...(index === 0 ? {} : { pageBreak: 'before' as const }),
      stack: [
        head(sheet),
        ...(sheet.facts.length === 0 ? [] : [factTable(sheet)]),
        ...sheet.blocks.map((part) => block(part, formatter)),
        closing(sheet),
      ],
    })),
  });
}

/** The margin at each side, in points. */
const sideOf = ({ page }: ChecklistSheet): number => (page.width - TEXT_WIDTH) / 2;

const idOf = (index: number): string => `sheet-${index}`;

/** The serial number as large as it goes, its bar code below it, and the QR code at the right. */
function head({ name, code, title, done, required }: ChecklistSheet): Content {
  const width = TEXT_WIDTH - QR_SIDE - 16;
  const size = Math.max(SERIAL_SIZE.least, Math.min(SERIAL_SIZE.most, width / widthOf(name, 'bold')));
  const bars = code === null ? null : code128(code);
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: line(name), bold: true, fontSize: size, lineHeight: 1 },
          ...(bars === null ? [] : [barCode(bars)]),
          { text: title, bold: true, fontSize: 13, margin: [0, 7, 0, 0] },
          { text: done === 0 ? `${required} steps` : `${done} of ${required} steps done`, color: GREY },
        ],
      },
      ...(code === null
        ? []
        : [
            {
              width: QR_SIDE,
              margin: [0, 4, 0, 0] satisfies [number, number, number, number],
              canvas: rectangles(qrCode(code), ({ columns }) => QR_SIDE / columns),
            },
          ]),
    ],
    columnGap: 16,
  };
}

function barCode(code: Code): Content {
  const module = Math.min(BARS.module, BARS.width / code.columns);
  return { margin: [0, 3, 0, 0], canvas: rectangles(code, () => module, BARS.height) };
}

function rectangles(code: Code, moduleOf: (code: Code) => number, rowHeight?: number) {
  const module = moduleOf(code);
  const height = rowHeight ?? module;
  return code.bars.map((bar) => ({
    type: 'rect' as const,
    x: bar.x * module,
    y: bar.y * height,
    w: bar.width * module,
    h: bar.height * height,
    color: INK,
  }));
}

const FACTS_PER_ROW = 3;
/** Less the padding between the columns. */
const FACT_WIDTH = TEXT_WIDTH / FACTS_PER_ROW - 10;

function factTable({ facts }: ChecklistSheet): Content {
  const cells: TableCell[] = facts.map(({ label, value }) => ({
    stack: [{ text: label, fontSize: 7.5, color: GREY }, paragraph(value, { fontSize: 10, bold: true }, FACT_WIDTH)],
  }));
  while (cells.length % FACTS_PER_ROW !== 0) cells.push('');
  const rows = Array.from({ length: cells.length / FACTS_PER_ROW }, (_, row) =>
    cells.slice(row * FACTS_PER_ROW, (row + 1) * FACTS_PER_ROW),
  );
  return { margin: [0, 10, 0, 4], table: { widths: ['*', '*', '*'], body: rows }, layout: factLayout };
}

const factLayout: TableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => HAIRLINE,
  paddingLeft: (column) => (column === 0 ? 0 : 6),
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

const COLUMNS = { box: BOX + 1, id: 24, who: 122, signature: 70 };
const COLUMN_GAP = 5;
const COMMAND_MARGIN: [number, number, number, number] = [6, 0, 0, 0];
const STEP_WIDTH = TEXT_WIDTH - COLUMNS.box - COLUMNS.id - COLUMNS.who - COLUMNS.signature - 4 * COLUMN_GAP;

function block({ title, remark, items }: SheetBlock, formatter: Formatter): Content {
  return {
    margin: [0, 8, 0, 0],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [COLUMNS.box, COLUMNS.id, '*', COLUMNS.who, COLUMNS.signature],
      body: [
        [
          {
            colSpan: 3,
            text: [
              { text: title, bold: true, fontSize: 11.5 },
              ...(remark === null ? [] : [{ text: [{ text: '   ' }, ...line(remark)], color: GREY }]),
            ],
          },
          '',
          '',
          { text: 'Who · where', color: GREY, fontSize: 8, margin: [0, 3, 0, 0] },
          { text: 'Initials · time', color: GREY, fontSize: 8, margin: [0, 3, 0, 0] },
        ],
        ...items.map((item) => row(item, formatter)),
      ],
    },
    layout: blockLayout,
  };
}

const blockLayout: TableLayout = {
  hLineWidth: (line, node) => (line === 0 ? 0 : line === 1 || line === node.table.body.length ? 1.2 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (line, node) => (line === 1 || line === node.table.body.length ? INK : HAIRLINE),
  paddingLeft: (column) => (column === 0 ? 0 : COLUMN_GAP),
  paddingRight: () => 0,
  paddingTop: () => 2.4,
  paddingBottom: () => 2.4,
};

function row(item: ChecklistItem, formatter: Formatter): TableCell[] {
  const need = needOf(item);
  const signature = signatureOf(item, formatter);
  return [
    { canvas: tickBox(item), margin: [0, 1, 0, 0] },
    { text: item.id, color: GREY, margin: [0, 0.5, 0, 0] },
    {
      stack: [
        { text: item.title, bold: true, fontSize: 9.5 },
        ...(need === null ? [] : [{ text: need, italics: true }]),
        { text: item.doneWhen, fontSize: 8.5 },
        ...item.hints.map((hint) => ({ text: `› ${hint}`, fontSize: 8, color: GREY })),
        ...item.commands.map((command) => ({
          text: command,
          fontSize: 7.5,
          characterSpacing: 0.1,
          margin: COMMAND_MARGIN,
        })),
        ...(item.note === null
          ? []
          : [paragraph(`Note: ${isolated(item.note)}`, { fontSize: 8.5, italics: true }, STEP_WIDTH)]),
      ],
    },
    { stack: [whoOf(item), { text: item.where, fontSize: 8, color: GREY }], fontSize: 8.5 },
    signature === null
      ? { canvas: [{ type: 'line', x1: 0, y1: 14, x2: 52, y2: 14, lineWidth: 0.5, lineColor: HAIRLINE }] }
      : paragraph(signature, { fontSize: 8.5 }, COLUMNS.signature),
  ];
}

type Stroke = Readonly<{ type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number }>;

/** An empty box to tick; a tick, a cross or a dash in it where something stands already. */
function tickBox({ state }: ChecklistItem) {
  const stroke = (x1: number, y1: number, x2: number, y2: number): Stroke => ({
    type: 'line',
    x1,
    y1,
    x2,
    y2,
    lineWidth: 1.6,
  });
  const marks: Readonly<Record<ChecklistItem['state'], readonly Stroke[]>> = {
    open: [],
    done: [stroke(2.2, 5.8, 4.6, 8.6), stroke(4.6, 8.6, 9, 2.4)],
    failed: [stroke(2.5, 2.5, 8.5, 8.5), stroke(8.5, 2.5, 2.5, 8.5)],
    skipped: [stroke(2.5, 5.5, 8.5, 5.5)],
  };
  return [{ type: 'rect' as const, x: 0, y: 0, w: BOX, h: BOX, lineWidth: 0.9 }, ...marks[state]];
}

/** Where a person vouches for the sheet. */
function closing({ source, templateVersion }: ChecklistSheet): Content {
  const ruled = (label: string) => ({
    stack: [
      { canvas: [{ type: 'line' as const, x1: 0, y1: 22, x2: 150, y2: 22, lineWidth: 0.6 }] },
      { text: label, fontSize: 8, color: GREY },
    ],
  });
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    stack: [
      { columns: [ruled('Technician'), ruled('Date'), ruled('Checked by')], columnGap: 12 },
      { text: `Steps after: ${source}. Version ${templateVersion}.`, fontSize: 7.5, color: GREY, margin: [0, 8, 0, 0] },
    ],
  };
}

function runningHead(sheet: ChecklistSheet): Content {
  const { name, title } = sheet;
  return {
    margin: [sideOf(sheet), 22, sideOf(sheet), 0],
    columns: [
      { text: line(name), bold: true, fontSize: 12 },
      { text: title, alignment: 'right', color: GREY, margin: [0, 2, 0, 0] },
    ],
  };
}

function foot(sheet: ChecklistSheet, formatter: Formatter, page: number, pages: number): Content {
  const { place, name } = sheet;
  const style = { fontSize: 8, color: GREY };
  const width = TEXT_WIDTH / 3;
  return {
    margin: [sideOf(sheet), 12, sideOf(sheet), 0],
    columns: [
      paragraph(
        [place, name]
          .filter((part) => part !== '')
          .map(isolated)
          .join(' · '),
        style,
        width,
      ),
      { stack: [paragraph(printedOf(sheet, formatter), style, width)], alignment: 'center' },
      { text: `${page} / ${pages}`, alignment: 'right', bold: true, fontSize: 8 },
    ],
  };
}
