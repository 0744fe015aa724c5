import bwipjs from 'bwip-js/node';
import QRCode from 'qrcode';
import { z } from 'zod';

/** A filled rectangle, counted in modules of the code. */
export interface CodeBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Code {
  /** The size in modules, without a quiet zone. */
  readonly columns: number;
  readonly rows: number;
  readonly bars: readonly CodeBar[];
}

/** Quiet zone of a QR code and of Code 128, in modules, on each side. */
export const QR_QUIET_MODULES = 4;
export const CODE128_QUIET_MODULES = 10;

/** A QR code with error correction M: readable with a sixth of it scratched. */
export function qrCode(text: string): Code {
  return drawn(QRCode.create(text, { errorCorrectionLevel: 'M' }));
}

/** The same without the denser kinds of characters: no QR code of the text is larger. */
export function qrCodeOfBytes(text: string): Code {
  const data = new TextEncoder().encode(text);
  return drawn(QRCode.create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' }));
}

function drawn({ modules: { size, data } }: QRCode.QRCode): Code {
  const bars = Array.from({ length: size }, (_, y) => runs(data.subarray(y * size, (y + 1) * size), y)).flat();
  return { columns: size, rows: size, bars };
}

/** Neighbouring dark modules of one row become one bar, which prints without hairlines between them. */
function runs(row: Uint8Array, y: number): CodeBar[] {
  const bars: CodeBar[] = [];
  let start: number | null = null;
  for (let x = 0; x <= row.length; x += 1) {
    const isDark = row[x] === 1;
    if (isDark && start === null) start = x;
    if (!isDark && start !== null) {
      bars.push({ x: start, y, width: x - start, height: 1 });
      start = null;
    }
  }
  return bars;
}

const encoded = z.tuple([z.looseObject({ sbs: z.array(z.number()) })]);
const CODE128_TEXT = /^[\x20-\x7e]+$/;

/** Code 128 of a text; null where the text holds characters that the code does not. */
export function code128(text: string): Code | null {
  if (!CODE128_TEXT.test(text)) return null;
  const [{ sbs }] = encoded.parse(bwipjs.raw({ bcid: 'code128', text }));
  const bars: CodeBar[] = [];
  let x = 0;
  for (const [index, width] of sbs.entries()) {
    if (index % 2 === 0) bars.push({ x, y: 0, width, height: 1 });
    x += width;
  }
  return { columns: x, rows: 1, bars };
}

const [MODULES_A_CHARACTER, MODULES_AROUND] = [11, 35];

/** Code 128 of a text, with the room that it takes where no digits are put together in pairs: no Code 128 of it is wider. */
export function code128Widest(text: string): Code | null {
  const code = code128(text);
  return code === null ? null : { ...code, columns: MODULES_A_CHARACTER * text.length + MODULES_AROUND };
}
