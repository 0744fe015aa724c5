import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fontFiles } from './typeface.ts';

export const POINTS_PER_MM = 72 / 25.4;

pdfmake.setFonts({ Roboto: fontFiles });
// A document is made from its definition alone: nothing is fetched, and of the disk only the fonts are read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values<string>(fontFiles).includes(path));

/** Makes a PDF, in this process and without a browser. */
export function createPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  return pdfmake.createPdf({ defaultStyle: { font: 'Roboto' }, compress: true, ...definition }).getBuffer();
}
