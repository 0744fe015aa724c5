import { code128, code128Widest, qrCode, qrCodeOfBytes, type Code } from '../../paper/codes.ts';
import type { LabelDpi } from '../../../shared/labels/labelLook.ts';

/** What the modules of codes are built from, and how the codes are made. Lengths in millimetres. */
export interface LabelGrid {
  /** One dot of the printer. */
  readonly dot: number;
  /** By how much the modules of Code 128 can grow. */
  readonly barStep: number;
  /** Thinner bars are not read reliably from a thermal print. */
  readonly barLeast: number;
  readonly qr: (text: string) => Code;
  readonly code128: (text: string) => Code | null;
}

const MM_PER_INCH = 25.4;
const DOT = 0.125;

/** For paper and pictures: whole and half dots of 203 dpi, so that a thermal printer draws every module alike. */
export const paperGrid: LabelGrid = { dot: DOT, barStep: DOT / 2, barLeast: 1.5 * DOT, qr: qrCode, code128 };

/**
 * For a printer that makes the codes itself, from whole dots: it may choose a larger code than we would, so room is kept for the
 * largest that it can choose.
 */
export function printerGrid(dpi: LabelDpi): LabelGrid {
  const dot = dpi === 203 ? DOT : MM_PER_INCH / dpi;
  return { dot, barStep: dot, barLeast: 2 * dot, qr: qrCodeOfBytes, code128: code128Widest };
}
