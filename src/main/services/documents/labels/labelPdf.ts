import type { Content } from 'pdfmake/interfaces.js';
import { createPdf, POINTS_PER_MM } from '../pdf.ts';
import type { Label, LabelText } from './labelLayout.ts';

/** Labels of one size as a PDF with one page each, for a label printer. */
export function labelsPdf(labels: readonly Label[], createdAt: Date): Promise<Buffer> {
  const first = labels[0];
  if (first === undefined) throw new Error('A PDF of labels needs at least one label.');
  return createPdf({
    info: {
      title: labels.length === 1 ? first.title : `${labels.length} labels`,
      creator: 'Reseal',
      creationDate: createdAt,
    },
    pageSize: { width: first.width * POINTS_PER_MM, height: first.height * POINTS_PER_MM },
    pageMargins: 0,
    content: labels.flatMap(page),
  });
}

function page({ bars, texts }: Label, index: number): Content[] {
  return [
    {
      ...(index === 0 ? {} : { pageBreak: 'before' as const }),
      absolutePosition: { x: 0, y: 0 },
      canvas: bars.map(({ x, y, width, height }) => ({
        type: 'rect' as const,
        x: x * POINTS_PER_MM,
        y: y * POINTS_PER_MM,
        w: width * POINTS_PER_MM,
        h: height * POINTS_PER_MM,
        color: '#000000',
      })),
    },
    ...texts.map(textAt),
  ];
}

/** Roboto's ascender, by which pdfmake puts the baseline below the top of a line. */
const ASCENDER = 1900 / 2048;

function textAt({ text, weight, size, x, y }: LabelText): Content {
  return {
    text,
    bold: weight === 'bold',
    fontSize: size * POINTS_PER_MM,
    noWrap: true,
    absolutePosition: { x: x * POINTS_PER_MM, y: (y - size * ASCENDER) * POINTS_PER_MM },
  };
}
