import { inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A picture in shades of grey, one byte a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Reads a PNG as Reseal writes it: grey, one byte a pixel, no filters. */
export function readPng(file: Buffer): Picture {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const start = file.indexOf('IDAT') + 4;
  const rows = inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    pixels.set(rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)), y * width);
  }
  return { width, height, pixels };
}

/** The first page of a PDF as PDFium draws it. */
export async function drawPdf(file: Buffer, width: number, height: number): Promise<Picture> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(file);
    const drawn = await document
      .getPage(0)
      .render({ width, height, colorSpace: 'Gray', render: ({ data }) => Promise.resolve(data) });
    document.destroy();
    return { width: drawn.width, height: drawn.height, pixels: Uint8Array.from(drawn.data) };
  } finally {
    library.destroy();
  }
}

/** The lines of text on each page of a PDF as PDFium reads them. */
export async function linesInPdf(file: Buffer): Promise<readonly (readonly string[])[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(file);
    const pages = [...document.pages()].map((page) =>
      page
        .getText()
        .split(/\r?\n/)
        .map((line) => line.trim()),
    );
    document.destroy();
    return pages.map((lines) => lines.filter((line) => line !== ''));
  } finally {
    library.destroy();
  }
}

const isInk = (value: number | undefined): boolean => value !== undefined && value < 128;

/** The share of the ink in `picture` that has ink in `other` at most `near` pixels away. */
export function shareOfInkIn(other: Picture, picture: Picture, near: number): number {
  let [ink, found] = [0, 0];
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      if (!isInk(picture.pixels[y * picture.width + x])) continue;
      ink += 1;
      if (hasInkAt(other, x, y, near)) found += 1;
    }
  }
  return ink === 0 ? 0 : found / ink;
}

function hasInkAt({ width, height, pixels }: Picture, x: number, y: number, near: number): boolean {
  for (let row = Math.max(0, y - near); row <= Math.min(height - 1, y + near); row += 1) {
    for (let column = Math.max(0, x - near); column <= Math.min(width - 1, x + near); column += 1) {
      if (isInk(pixels[row * width + column])) return true;
    }
  }
  return false;
}
