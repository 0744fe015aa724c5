import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { zplToBase64MultipleAsync } from 'zpl-renderer-js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A code that an independent reader found in a picture. */
export interface FoundCode {
  readonly format: string;
  readonly text: string;
}

/** Gives the reader of codes its program from the disk: by itself it would fetch it. */
export function prepareReader(): void {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const binary = readFileSync(file);
  const wasmBinary = binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength);
  prepareZXingModule({ overrides: { wasmBinary } });
}

/** The labels of a ZPL file as an independent renderer draws them, each as PNG. */
export async function drawZpl(
  zpl: string,
  { widthMm, heightMm, dpi }: { readonly widthMm: number; readonly heightMm: number; readonly dpi: 203 | 300 },
): Promise<readonly Buffer[]> {
  const pictures = await zplToBase64MultipleAsync(zpl, widthMm, heightMm, dpi === 203 ? 8 : 12);
  return pictures.map((picture) => Buffer.from(picture, 'base64'));
}

/** The codes in a PNG. */
export async function codesIn(png: Buffer): Promise<readonly FoundCode[]> {
  const found = await readBarcodes(new Uint8Array(png), { tryHarder: true, maxNumberOfSymbols: 8 });
  return found.map(({ format, text }) => ({ format, text })).sort((a, b) => a.format.localeCompare(b.format));
}

/** The texts of a ZPL label, one for each field that is no code, with the hexadecimal marks read back. */
export function textsInZpl(label: string): readonly string[] {
  return [...label.matchAll(/\^A0N,\d+,\d+\^FH\^FD([^^~]*)\^FS/g)].map(([, data = '']) => readZplData(data));
}

/** Field data behind `^FH`, as a printer that was told UTF-8 reads it. */
function readZplData(data: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < data.length; at += 1) {
    const hex = data.slice(at + 1, at + 3);
    if (data[at] === '_' && /^[\dA-F]{2}$/i.test(hex)) {
      bytes.push(parseInt(hex, 16));
      at += 2;
    } else bytes.push(data.charCodeAt(at));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
