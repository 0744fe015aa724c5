import type { Content, TableCell, TableLayout } from 'pdfmake/interfaces.js';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import type { PastRemoval } from '../../../../shared/removal/pastRemoval.ts';
import { confirmationOf, removalLines, type RemovalLine } from '../../../../shared/removal/removalLines.ts';
import { GREY, HAIRLINE, INK } from '../../../paper/ink.ts';
import { createPdf } from '../../../paper/pdf.ts';
import { line, paragraph } from '../../../paper/pdfText.ts';
import { isolated } from '../../../paper/isolated.ts';
import { customersOn, titleOn, type RemovalSheet } from './removalSheet.ts';

const TITLE = 'Record of removal';
const MARGIN = 38;
const TEXT_WIDTH = 595.28 - 2 * MARGIN;
const COLUMN_GAP = 8;
const COLUMNS = { service: 86, record: 154, at: 88 };
const WHAT_WIDTH = TEXT_WIDTH - COLUMNS.service - COLUMNS.record - COLUMNS.at - 3 * COLUMN_GAP;

/** The removal record as paper for the customer: A4, black and white, device by device, with room to sign. */
export function removalPdf(sheet: RemovalSheet, formatter: Formatter): Promise<Buffer> {
  return createPdf({
    info: { title: `${TITLE}: ${customersOn(sheet)}`, creator: 'Reseal', creationDate: sheet.printedAt },
    pageSize: 'A4',
    pageMargins: [MARGIN, 44, MARGIN, 42],
    defaultStyle: { fontSize: 9, color: INK, lineHeight: 1.1 },
    footer: (page, pages) => foot(sheet, formatter, page, pages),
    content: [head(sheet, formatter), ...sheet.removals.map((removal) => device(removal, formatter)), closing()],
  });
}

function head(sheet: RemovalSheet, formatter: Formatter): Content {
  const count = formatter.count(sheet.removals.length, 'device', 'devices');
  return {
    stack: [
      { text: TITLE, bold: true, fontSize: 22, lineHeight: 1 },
      paragraph(customersOn(sheet), { fontSize: 13, bold: true }, TEXT_WIDTH),
      {
        text: `${count} taken out of Windows Autopilot and Intune`,
        color: GREY,
        margin: [0, 2, 0, 0],
      },
      {
        text: 'The records named here were deleted, each by its exact ID. A device can be used with Windows Autopilot again only after it is registered anew.',
        margin: [0, 8, 0, 0],
      },
    ],
  };
}

function device(removal: PastRemoval, formatter: Formatter): Content {
  const { manufacturer, model } = removal;
  const kind = [manufacturer, model].filter((part) => part !== null).join(', ');
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    stack: [
      { text: line(titleOn(removal)), bold: true, fontSize: 13 },
      ...(kind === '' ? [] : [paragraph(kind, { fontSize: 9, color: GREY }, TEXT_WIDTH)]),
      {
        margin: [0, 4, 0, 3],
        table: {
          widths: [COLUMNS.service, COLUMNS.record, '*', COLUMNS.at],
          body: [headings(), ...removalLines(removal).map((one) => row(one, formatter))],
        },
        layout,
      },
      paragraph(confirmationOf(removal, formatter), { fontSize: 9 }, TEXT_WIDTH),
    ],
  };
}

const headings = (): TableCell[] =>
  ['Where', 'Record', 'What happened', 'When'].map((text) => ({ text, fontSize: 7.5, color: GREY }));

function row({ service, name, id, what, at }: RemovalLine, formatter: Formatter): TableCell[] {
  return [
    service,
    {
      stack: [
        ...(name === null ? [] : [paragraph(name, { fontSize: 9 }, COLUMNS.record)]),
        ...(id === null ? [] : [{ text: id, fontSize: 8, color: name === null ? INK : GREY }]),
      ],
    },
    paragraph(what, { fontSize: 9 }, WHAT_WIDTH),
    at === null ? '' : formatter.instant(at),
  ];
}

const layout: TableLayout = {
  hLineWidth: (rule) => (rule === 0 ? 0 : rule === 1 ? 0.9 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (rule) => (rule === 1 ? INK : HAIRLINE),
  paddingLeft: (column) => (column === 0 ? 0 : COLUMN_GAP),
  paddingRight: () => 0,
  paddingTop: () => 2.4,
  paddingBottom: () => 2.4,
};

/** Where both sides vouch for it. */
function closing(): Content {
  const ruled = (label: string) => ({
    stack: [
      { canvas: [{ type: 'line' as const, x1: 0, y1: 30, x2: 158, y2: 30, lineWidth: 0.6 }] },
      { text: label, fontSize: 8, color: GREY },
    ],
  });
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    columns: [ruled('For the lab'), ruled('Date'), ruled('For the customer')],
    columnGap: 12,
  };
}

function foot(sheet: RemovalSheet, formatter: Formatter, page: number, pages: number): Content {
  const { place, printedAt, printedBy, auditHead } = sheet;
  const style = { fontSize: 8, color: GREY };
  const width = TEXT_WIDTH / 3;
  const by = printedBy === '' ? '' : ` by ${isolated(printedBy)}`;
  const head = auditHead === '' ? '' : ` · audit ${auditHead}`;
  const printed = `Printed ${formatter.instant(printedAt)}${by}${head}`;
  return {
    margin: [MARGIN, 12, MARGIN, 0],
    columns: [
      paragraph(place, style, width),
      { stack: [paragraph(printed, style, width)], alignment: 'center' },
      { text: `${page} / ${pages}`, alignment: 'right', bold: true, fontSize: 8 },
    ],
  };
}
