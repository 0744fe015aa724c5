import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { POINTS_PER_MM } from '../../paper/pdf.ts';
import { laidOut, withoutLigatures } from '../../paper/textLine.ts';
import { runsOf } from '../../paper/textRuns.ts';
import { roboto } from '../../paper/typefaces.ts';
import type { Drawing } from './labelLayout.ts';
import type { LabelText } from './labelTexts.ts';

/** So many take some 30 ms; then everything else has its turn. */
const LABELS_A_TURN = 10;

/**
 * Labels or sheets of them as a PDF with one page each. It is drawn with what pdfmake draws with itself: every place is known, so
 * there is nothing to lay out, and a page can follow whenever there is time for it.
 */
export async function labelsPdf(pages: Iterable<Drawing>, title: string, createdAt: Date): Promise<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    font: roboto.files.normal,
    info: { Title: title, Creator: 'Reseal', CreationDate: createdAt },
  });
  const file = collected(pdf);
  let index = 0;
  for (const page of pages) {
    drawPage(pdf, page);
    if (index % LABELS_A_TURN === 0) await setImmediate();
    index += 1;
  }
  pdf.end();
  return await file;
}

function drawPage(pdf: PDFKit.PDFDocument, { width, height, bars, texts }: Drawing): void {
  pdf.addPage({ size: [width * POINTS_PER_MM, height * POINTS_PER_MM], margin: 0 });
  for (const { x, y, width: barWidth, height: barHeight } of bars) {
    pdf.rect(x * POINTS_PER_MM, y * POINTS_PER_MM, barWidth * POINTS_PER_MM, barHeight * POINTS_PER_MM);
  }
  pdf.fill('#000000');
  for (const text of texts) drawText(pdf, text);
}

const options: PDFKit.Mixins.TextOptions = { lineBreak: false, baseline: 'alphabetic' };
/** The types know of features to add only; what is written here takes one away. */
const ownOptions = Object.assign(options, { features: withoutLigatures });

function drawText(pdf: PDFKit.PDFDocument, { text, weight, size, x, y }: LabelText): void {
  let left = x;
  for (const run of runsOf(text)) {
    pdf
      .font(run.typeface.files[weight])
      .fontSize(size * POINTS_PER_MM)
      .text(run.text, left * POINTS_PER_MM, y * POINTS_PER_MM, ownOptions);
    left += laidOut(run, weight).width * size;
  }
}

function collected(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (piece: Uint8Array) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    pdf.on('error', reject);
  });
}
