import { inflateSync } from 'node:zlib';

/** What a test wants to know of a PDF: how many pages, and which characters its texts are made of. */
export interface ReadPdf {
  readonly pages: number;
  /** Page sizes in points. */
  readonly sizes: readonly (readonly [width: number, height: number])[];
  readonly characters: string;
}

/** Reads a PDF as pdfmake writes it: plain objects, deflated streams, fonts with a map to Unicode. */
export function readPdf(file: Buffer): ReadPdf {
  const text = file.toString('latin1');
  if (!text.startsWith('%PDF-')) throw new Error('This is not a PDF.');
  // Just one line feed is the file's: a carriage return before it may be the last byte of the stream.
  const streams = [...text.matchAll(/\/FlateDecode\b[^]*?>>\s*stream\r?\n([^]*?)\nendstream/g)].map(([, data = '']) =>
    inflateSync(Buffer.from(data, 'latin1')).toString('latin1'),
  );
  const maps = streams.filter((stream) => stream.includes('beginbfrange') || stream.includes('beginbfchar'));
  const codes = maps.flatMap((map) =>
    [...map.matchAll(/<([0-9a-fA-F]{4})>/g)].map(([, hex = '']) => parseInt(hex, 16)),
  );
  return {
    pages: [...text.matchAll(/\/Type \/Page\b/g)].length,
    sizes: [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Number(width),
      Number(height),
    ]),
    characters: codes.map((code) => String.fromCharCode(code)).join(''),
  };
}
