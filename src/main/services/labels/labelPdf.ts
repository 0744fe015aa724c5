import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { POINTS_PER_MM } from '../../paper/pdf.ts';
import { fontFiles } from '../../paper/typeface.ts';
import type { Label, LabelContent, LabelText } from './labelLayout.ts';

/** So many take some 20 ms; then everything else has its turn. */
const LABELS_A_TURN = 25;

/**
 * Labels of one size as a PDF with one page each, for a label printer. It is drawn with what pdfmake draws with itself:
 * every place is known, so there is nothing to lay out, and a page can follow whenever there is time for it.
 */
export async function labelsPdf(
  contents: readonly LabelContent[],
  layOut: (content: LabelContent) => Label,
  createdAt: Date,
): Promise<Buffer> {
  const [first] = contents;
  const title = contents.length === 1 ? (first?.name ?? '') : `${contents.length} labels`;
  const pdf = new PDFDocument({
    autoFirstPage: false,
    font: fontFiles.normal,
    info: { Title: title, Creator: 'Reseal', CreationDate: createdAt },
  });
  const file = collected(pdf);
  for (const [index, content] of contents.entries()) {
    drawPage(pdf, layOut(content));
    if (index % LABELS_A_TURN === 0) await setImmediate();
  }
  pdf.end();
  return await file;
}

function drawPage(pdf: PDFKit.PDFDocument, { width, height, bars, texts }: Label): void {
  pdf.addPage({ size: [width * POINTS_PER_MM, height * POINTS_PER_MM], margin: 0 });
  for (const { x, y, width: barWidth, height: barHeight } of bars) {
    pdf.rect(x * POINTS_PER_MM, y * POINTS_PER_MM, barWidth * POINTS_PER_MM, barHeight * POINTS_PER_MM);
  }
  pdf.fill('#000000');
  for (const text of texts) drawText(pdf, text);
}

/** Roboto's ascender, by which the baseline lies below the top of a line. */
const ASCENDER = 1900 / 2048;

function drawText(pdf: PDFKit.PDFDocument, { text, weight, size, x, y }: LabelText): void {
  pdf
    .font(fontFiles[weight])
    .fontSize(size * POINTS_PER_MM)
    .text(text, x * POINTS_PER_MM, (y - size * ASCENDER) * POINTS_PER_MM, { lineBreak: false });
}

function collected(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (piece: Uint8Array) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    pdf.on('error', reject);
  });
}
