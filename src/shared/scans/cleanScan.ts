import { invertLetterCase } from './letterCase.ts';
import { onceOf } from './onceOf.ts';
import type { ScanRepair } from './scanRepair.ts';

export interface CleanedScan {
  readonly text: string;
  readonly repairs: readonly ScanRepair[];
  /** The symbology that an AIM prefix named, `Q` for QR, `E` for EAN; null without a prefix. */
  readonly symbology: string | null;
  /** The texts that control characters separated; one where none stood inside. */
  readonly fields: readonly string[];
}

// What a scanner frames or separates data with: STX, ETX, EOT, GS, RS, CR and the rest of C0, DEL, C1, byte-order mark.
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\uFEFF]+/g;
/** Programs and scanners that show what cannot be seen write `<GS>`, or the picture of the character. */
const VISIBLE_CONTROLS = /<(?:SOH|STX|ETX|EOT|CR|LF|TAB|FS|GS|RS|US)>|[\u2400-\u2421]/gi;
const ANY_CONTROL = '\u001D';
/** What only Caps Lock makes of the names in a code. */
const INVERTED = /"zTDiD"|^DEVICElINK:/;

/**
 * Takes off what a scanner adds to any code: control characters, seen or not, the second copy of a code that was sent twice, an
 * AIM prefix (ISO/IEC 15424), the effect of Caps Lock.
 */
export function cleanScan(raw: string): CleanedScan {
  const repairs: ScanRepair[] = [];
  // A line end is what any terminal or file adds; it is not worth a word.
  const line = raw.replace(/\r?\n$/, '');
  const seen = line.replaceAll(VISIBLE_CONTROLS, ANY_CONTROL);
  if (seen !== line) repairs.push('visible-controls');
  const parts = seen.split(CONTROLS);
  if (parts.length > 1 && /[\u0000-\u001F\u007F-\u009F\uFEFF]/.test(line)) repairs.push('control-characters');
  let fields = parts.map((part) => part.trim()).filter((part) => part !== '');
  let text = parts.join('').trim();
  const once = onceOf(text);
  if (once !== null) {
    repairs.push('doubled');
    const half = fields.length / Math.round(text.length / once.length);
    fields = fields.slice(0, Math.max(1, half));
    text = once;
  }
  const prefix = /^\]([A-Za-z])[0-9A-Za-z]/.exec(text);
  if (prefix) {
    repairs.push('aim-prefix');
    text = text.slice(prefix[0].length);
    fields = fields.map((field, index) => (index === 0 ? field.slice(prefix[0].length) : field));
  }
  if (INVERTED.test(text)) {
    repairs.push('caps-lock');
    text = invertLetterCase(text);
  }
  return { text, repairs, symbology: prefix?.[1] ?? null, fields };
}
