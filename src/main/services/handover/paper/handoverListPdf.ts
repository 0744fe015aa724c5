import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import {
  handoverHeadings,
  type GroupedBy,
  type HandoverGroup,
  type HandoverRow,
} from '../../../../shared/handover/handoverList.ts';
import { GREY, HAIRLINE, INK } from '../../../paper/ink.ts';
import { isolated } from '../../../paper/isolated.ts';
import type { PageSize } from '../../../paper/pageSize.ts';
import { createPdf } from '../../../paper/pdf.ts';
import { line, paragraph } from '../../../paper/pdfText.ts';
import { refuseUnprintable } from '../../../paper/unprintable.ts';

const TITLE = 'Hand-over list';
const MARGIN = 38;
const FONT_SIZE = 9;
const COLUMN_GAP = 8;
const SIGNATURE_WIDTH = 78;
const BOX = 10;
/** Above and below a row; one that is signed has room for it. */
const ROW = 3.5;
const SIGNED_ROW = 6;

export interface HandoverSheet {
  readonly groups: readonly HandoverGroup[];
  readonly groupedBy: GroupedBy;
  readonly namesUsers: boolean;
  readonly customer: string;
  /** Lab and bench, as far as they are set. */
  readonly place: string;
  readonly printedAt: Date;
  readonly printedBy: string;
  /** The newest row of the audit log at that time; empty where there is none. */
  readonly auditHead: string;
  readonly page: PageSize;
}

const withoutName: Readonly<Record<GroupedBy, string>> = {
  box: 'Devices of no box',
  user: 'Devices without a user',
};

type Column = Exclude<keyof HandoverRow, 'box' | 'notBefore' | 'scenario'>;
const shares: Readonly<Record<Column, number>> = {
  serialNumber: 1.2,
  model: 1.4,
  deviceName: 1,
  user: 1.2,
  mustBeUsedBy: 1,
};

/**
 * The list as the content of a PDF, black and white. Each box begins a page, goes with its devices and is signed once; a list by
 * users is signed by each of them.
 * @throws AppError `unprintable` where it would need `withCodes`
 */
export async function handoverListPdf(sheet: HandoverSheet, formatter: Formatter, withCodes: boolean): Promise<Buffer> {
  const { groups, groupedBy, page, printedAt } = sheet;
  if (!withCodes) refuseUnprintable(textsOn(sheet));
  const width = page.width - 2 * MARGIN;
  return await createPdf({
    info: { title: TITLE, creator: 'Reseal', creationDate: printedAt },
    pageSize: page.name,
    pageMargins: [MARGIN, 40, MARGIN, 42],
    defaultStyle: { fontSize: FONT_SIZE, color: INK, lineHeight: 1.1 },
    footer: (number, pages) => foot(sheet, formatter, number, pages),
    content: groups.map((group, index) => {
      const isNewPage = index > 0 && groupedBy === 'box';
      const isHeaded = index === 0 || groupedBy === 'box';
      return {
        ...(isNewPage ? { pageBreak: 'before' as const } : {}),
        stack: [
          ...(isHeaded ? [head(sheet, width)] : []),
          block(group, sheet, formatter, width),
          ...(groupedBy === 'box' ? [closing(width)] : []),
        ],
      };
    }),
  });
}

function head({ customer }: HandoverSheet, width: number): Content {
  return {
    stack: [
      { text: TITLE, bold: true, fontSize: 22, lineHeight: 1 },
      paragraph(customer, { fontSize: 13, bold: true }, width),
    ],
  };
}

function block(group: HandoverGroup, sheet: HandoverSheet, formatter: Formatter, width: number): Content {
  const { groupedBy, namesUsers } = sheet;
  const columns = columnsOf(groupedBy, namesUsers);
  const rest = width - BOX - SIGNATURE_WIDTH - (columns.length + 1) * COLUMN_GAP;
  const whole = columns.reduce((sum, column) => sum + shares[column], 0);
  const widths = columns.map((column) => (rest * shares[column]) / whole);
  const grey = { fontSize: 7.5, color: GREY };
  const last = groupedBy === 'user' ? 'Received: signature' : 'Remark';
  return {
    margin: [0, 12, 0, 0],
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [BOX, ...widths, SIGNATURE_WIDTH],
      body: [
        [
          {
            colSpan: columns.length + 2,
            columns: [
              { text: line(group.name ?? withoutName[groupedBy]), bold: true, fontSize: 12, width: '*' },
              {
                text: formatter.count(group.rows.length, 'device', 'devices'),
                width: 'auto',
                margin: [0, 2, 0, 0],
              },
            ],
          },
          ...Array.from({ length: columns.length + 1 }, () => ''),
        ],
        ['', ...columns.map((column) => ({ text: handoverHeadings[column], ...grey })), { text: last, ...grey }],
        ...group.rows.map((row): TableCell[] => [
          { canvas: [{ type: 'rect', x: 0, y: 1, w: BOX - 1, h: BOX - 1, lineWidth: 0.8 }] },
          ...columns.map((column, index) => cell(row, column, widths[index] ?? 0, formatter)),
          '',
        ]),
      ],
    },
    layout: layoutOf(groupedBy === 'user' ? SIGNED_ROW : ROW),
  };
}

const columnsOf = (groupedBy: GroupedBy, namesUsers: boolean): readonly Column[] => [
  'serialNumber',
  'model',
  'deviceName',
  ...(namesUsers && groupedBy === 'box' ? (['user'] as const) : []),
  'mustBeUsedBy',
];

function cell(row: HandoverRow, column: Column, width: number, formatter: Formatter): TableCell {
  const value = row[column];
  if (value === null) return '';
  if (column === 'mustBeUsedBy') return formatter.wholeDay(value);
  return paragraph(value, { fontSize: FONT_SIZE, bold: column === 'serialNumber' }, width);
}

const layoutOf = (padding: number): CustomTableLayout => ({
  hLineWidth: (rule) => (rule === 0 || rule === 1 ? 0 : rule === 2 ? 0.9 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (rule) => (rule === 2 ? INK : HAIRLINE),
  paddingLeft: (column) => (column === 0 ? 0 : COLUMN_GAP),
  paddingRight: () => 0,
  paddingTop: () => padding,
  paddingBottom: () => padding,
});

/** Where both sides vouch for the box. */
function closing(width: number): Content {
  const each = (width - 2 * 12) / 3;
  const ruled = (label: string) => ({
    stack: [
      { canvas: [{ type: 'line' as const, x1: 0, y1: 30, x2: each, y2: 30, lineWidth: 0.6 }] },
      { text: label, fontSize: 8, color: GREY },
    ],
  });
  return {
    unbreakable: true,
    margin: [0, 16, 0, 0],
    columns: [ruled('Handed over by'), ruled('Date'), ruled('Received by')],
    columnGap: 12,
  };
}

function foot(sheet: HandoverSheet, formatter: Formatter, number: number, pages: number): Content {
  const { auditHead, page, place, printedAt, printedBy } = sheet;
  const style = { fontSize: 8, color: GREY };
  const width = (page.width - 2 * MARGIN) / 3;
  const by = printedBy === '' ? '' : ` by ${isolated(printedBy)}`;
  const audit = auditHead === '' ? '' : ` · audit ${auditHead}`;
  return {
    margin: [MARGIN, 12, MARGIN, 0],
    columns: [
      paragraph(place, style, width),
      {
        stack: [paragraph(`Printed ${formatter.instant(printedAt)}${by}${audit}`, style, width)],
        alignment: 'center',
      },
      { text: `${formatter.number(number)} / ${formatter.number(pages)}`, alignment: 'right', bold: true, fontSize: 8 },
    ],
  };
}

function textsOn({ customer, groupedBy, groups, namesUsers, place, printedBy }: HandoverSheet) {
  const ofRows = groups.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      ([groupedBy, ...columnsOf(groupedBy, namesUsers)] as const).map((column) => ({
        field: handoverHeadings[column].toLowerCase(),
        device: row.serialNumber,
        text: row[column] ?? '',
      })),
    ),
  );
  const ofSheet = { tenant: customer, 'lab or bench': place, 'initials of whoever prints': printedBy };
  return [
    ...ofRows,
    ...Object.entries(ofSheet).map(([field, text]) => ({ field, device: 'the hand-over list', text })),
  ];
}
