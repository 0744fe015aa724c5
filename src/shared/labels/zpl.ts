import { zplData } from './zplData.ts';

/** What a label holds, at its place in dots from the upper left corner. */
export type ZplField =
  | {
      readonly kind: 'text';
      readonly x: number;
      /** The line that the letters stand on. */
      readonly baseline: number;
      readonly size: number;
      readonly text: string;
    }
  | {
      readonly kind: 'qr';
      readonly x: number;
      readonly y: number;
      /** Dots of one module. */
      readonly module: number;
      readonly text: string;
    }
  | {
      readonly kind: 'code128';
      readonly x: number;
      readonly y: number;
      readonly module: number;
      readonly height: number;
      /** ASCII alone. */
      readonly text: string;
    }
  | {
      readonly kind: 'picture';
      readonly x: number;
      readonly y: number;
      readonly bytesInRow: number;
      /** One bit a dot, 1 is black, the leftmost dot highest. */
      readonly bits: Uint8Array;
    };

export interface ZplLabel {
  readonly width: number;
  readonly height: number;
  readonly fields: readonly ZplField[];
}

/** Printers begin a QR code so many dots below its `^FO`. */
const ZPL_QR_DROP = 10;

/** A label in ZPL II, the language of Zebra’s label printers, which many others speak too. */
export function zplOf({ width, height, fields }: ZplLabel): string {
  // UTF-8, upper left corner, print width and label length: a printer keeps these from the label before.
  return ['^XA', '^CI28', '^LH0,0', `^PW${width}`, `^LL${height}`, ...fields.map(fieldOf), '^XZ', ''].join('\n');
}

function fieldOf(field: ZplField): string {
  switch (field.kind) {
    case 'text':
      return `^FT${field.x},${field.baseline}^A0N,${field.size},${field.size}^FH^FD${zplData(field.text)}^FS`;
    case 'qr':
      // M: readable with a sixth of it scratched; A: the printer chooses the mode. Without this prefix the text loses its beginning.
      return `^FO${field.x},${Math.max(0, field.y - ZPL_QR_DROP)}^BQN,2,${field.module}^FH^FDMA,${zplData(field.text)}^FS`;
    case 'code128':
      // Mode A: the printer changes to pairs of digits by itself, and “>” is a sign like any other.
      return `^FO${field.x},${field.y}^BY${field.module}^BCN,${field.height},N,N,N,A^FH^FD${zplData(field.text)}^FS`;
    case 'picture': {
      const bytes = field.bits.length;
      return `^FO${field.x},${field.y}^GFA,${bytes},${bytes},${field.bytesInRow},${hexOf(field.bits)}^FS`;
    }
  }
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('');
