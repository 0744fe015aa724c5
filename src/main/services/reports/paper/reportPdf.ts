import type { CustomTableLayout } from 'pdfmake/interfaces.js';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { reportHeadings, type ReportRow } from '../../../../shared/reports/reportRow.ts';
import { createPdf } from '../../../paper/pdf.ts';
import { paragraph } from '../../../paper/pdfText.ts';
import type { ReportPhoto } from '../reportPhotos.ts';
import { photoPart } from './photoPart.ts';
import { refuseUnprintable } from '../../../paper/unprintable.ts';

const MARGIN = 34;
const FONT_SIZE = 8;
const COLUMN_GAP = 8;
/** A4 across. */
const TEXT_WIDTH = 841.89 - 2 * MARGIN;
const TITLE = 'Report of devices';

/** A line below each row. The gap stands behind each column, so that all of them together are as wide as the text. */
const lines: CustomTableLayout = {
  hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 1 : 0.5),
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => COLUMN_GAP,
};

export interface ReportSheet {
  readonly columns: readonly (keyof ReportRow)[];
  readonly rows: readonly ReportRow[];
  readonly photos: readonly ReportPhoto[];
  /** Lab and bench, as far as they are set. */
  readonly place: string;
  readonly printedAt: Date;
}

/**
 * The report as the content of a PDF: A4 across, black and white, one line for each device.
 * @throws AppError `unprintable` where it would need `withCodes`
 */
export async function reportPdf(sheet: ReportSheet, formatter: Formatter, withCodes: boolean): Promise<Buffer> {
  const { columns, rows, photos, place, printedAt } = sheet;
  const cells = rows.map((row) => columns.map((column) => cellOf(row, column, formatter)));
  if (!withCodes) {
    const named = rows.flatMap((row, index) =>
      columns.map((column, at) => ({
        field: reportHeadings[column].toLowerCase(),
        device: row.serialNumber,
        text: cells[index]?.[at] ?? '',
      })),
    );
    refuseUnprintable([...named, { field: 'lab or bench', device: 'the report', text: place }]);
  }
  const width = TEXT_WIDTH / columns.length - COLUMN_GAP;
  const told = [formatter.count(rows.length, 'device', 'devices'), formatter.instant(printedAt), place];
  return await createPdf({
    info: { title: TITLE, creator: 'Reseal', creationDate: printedAt },
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    defaultStyle: { fontSize: FONT_SIZE },
    footer: (page, pages) => ({
      text: `Page ${formatter.number(page)} of ${formatter.number(pages)}`,
      alignment: 'right',
      margin: [MARGIN, 6, MARGIN, 0],
    }),
    content: [
      { text: TITLE, bold: true, fontSize: 20 },
      paragraph(told.filter((part) => part !== '').join(', '), { fontSize: 10 }, TEXT_WIDTH),
      {
        margin: [0, 10, 0, 0],
        table: {
          headerRows: 1,
          widths: columns.map(() => width),
          body: [
            columns.map((column) => ({ text: reportHeadings[column], bold: true })),
            ...cells.map((row) => row.map((text) => paragraph(text, { fontSize: FONT_SIZE }, width))),
          ],
        },
        layout: lines,
      },
      ...photoPart(photos, TEXT_WIDTH, formatter),
    ],
  });
}

function cellOf(row: ReportRow, column: keyof ReportRow, formatter: Formatter): string {
  const value = row[column] ?? '';
  const isMoment = column.endsWith('At') || column === 'mustBeUsedBy';
  return isMoment && value !== '' ? formatter.instant(value) : value;
}
