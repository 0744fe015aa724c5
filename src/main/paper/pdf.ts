import pdfmake from 'pdfmake';
import type { Style, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { withoutLigatures } from './textLine.ts';
import { roboto, typefaces } from './typefaces.ts';

export const POINTS_PER_MM = 72 / 25.4;

pdfmake.setFonts(Object.fromEntries(typefaces.map(({ name, files }) => [name, files])));
// A document is made from its definition alone: nothing is fetched, and of the disk only the fonts are read.
pdfmake.setUrlAccessPolicy(() => false);
const fontFiles = new Set(typefaces.flatMap(({ files }) => Object.values(files)));
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));

const style: Style = { font: roboto.name };
/** The types know of features to add only; what is written here takes one away. */
const ownStyle = Object.assign(style, { fontFeatures: withoutLigatures });

/** Makes a PDF, in this process and without a browser. */
export function createPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  const defaultStyle = { ...ownStyle, ...definition.defaultStyle };
  return pdfmake.createPdf({ compress: true, ...definition, defaultStyle }).getBuffer();
}
