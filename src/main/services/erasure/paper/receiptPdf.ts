import type { Content } from 'pdfmake/interfaces.js';
import type { ErasureReceipt } from '../../../../shared/erasure/erasure.ts';
import { placeWords, receiptFacts, receiptReferenceHint } from '../../../../shared/erasure/erasureWords.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { GREY, INK } from '../../../paper/ink.ts';
import { createPdf } from '../../../paper/pdf.ts';
import { paragraph } from '../../../paper/pdfText.ts';

const TITLE = 'Receipt of an erasure';
const MARGIN = 38;
const TEXT_WIDTH = 595.28 - 2 * MARGIN;
const LABEL_WIDTH = 90;

/** The receipt as paper: what was erased where, what could not be reached, and who answers for it. */
export function receiptPdf(receipt: ErasureReceipt, place: string, formatter: Formatter): Promise<Buffer> {
  const list = (lines: readonly string[]): Content => ({
    ul: lines.map((text) => ({ stack: [paragraph(text, { fontSize: 10 }, TEXT_WIDTH - 12)] })),
    margin: [0, 3, 0, 0],
  });
  const heading = (text: string): Content => ({ text, bold: true, fontSize: 13, margin: [0, 14, 0, 0] });
  return createPdf({
    info: { title: TITLE, creator: 'Reseal', creationDate: new Date(receipt.erasedAt) },
    pageSize: 'A4',
    pageMargins: [MARGIN, 44, MARGIN, 42],
    defaultStyle: { fontSize: 10, color: INK, lineHeight: 1.15 },
    content: [
      { text: TITLE, bold: true, fontSize: 22, lineHeight: 1 },
      ...(place === '' ? [] : [paragraph(place, { fontSize: 11, color: GREY }, TEXT_WIDTH)]),
      {
        margin: [0, 12, 0, 0],
        table: {
          widths: [LABEL_WIDTH, '*'],
          body: receiptFacts(receipt, formatter).map(([label, value]) => [
            { text: label, color: GREY },
            { stack: [paragraph(value, { fontSize: 10 }, TEXT_WIDTH - LABEL_WIDTH)] },
          ]),
        },
        layout: 'noBorders',
      },
      { text: receiptReferenceHint, color: GREY, fontSize: 9, margin: [0, 4, 0, 0] },
      heading('Erased'),
      list(receipt.places.map((one) => placeWords(one, formatter))),
      heading('Not reached'),
      list(receipt.unreachable),
      {
        margin: [0, 26, 0, 0],
        columns: ['For the lab', 'Date'].map((label) => ({
          stack: [
            { canvas: [{ type: 'line' as const, x1: 0, y1: 30, x2: 220, y2: 30, lineWidth: 0.6 }] },
            { text: label, fontSize: 8, color: GREY },
          ],
        })),
        columnGap: 20,
      },
    ],
  });
}
