import { cleanScan } from './cleanScan.ts';
import { undoKeyboardLayouts } from './keyboardLayouts.ts';
import { invertLetterCase } from './letterCase.ts';
import { readPlainCode } from './readPlainCode.ts';
import { readStructuredCode } from './readStructuredCode.ts';
import type { Scan } from './scan.ts';
import { unknownCode, type CodeReading } from './scanContent.ts';
import { repairIssue, scanIssue } from './scanIssues.ts';
import type { ScanRepair } from './scanRepair.ts';

/** A QR code holds at most 4,296 characters; sent twice, twice as many. */
const MOST_CHARACTERS = 9_000;

/** Says what a scanned code is. The text itself is the caller's to keep. Never throws. */
export function readScan(raw: string): Scan {
  return readCode(raw).scan;
}

export interface ReadCode {
  readonly scan: Scan;
  /** The text as it was meant: without what the scanner added or a keyboard layout changed. */
  readonly code: string;
  /** The text as it came. */
  readonly raw: string;
}

/** What a scanned code is, and its text as it was meant. */
export function readCode(raw: string): ReadCode {
  const { content, code, repairs } = readingOf(raw);
  return {
    raw,
    scan: { ...content, repairs: [...repairs], issues: [...content.issues, ...repairs.map(repairIssue)] },
    code,
  };
}

function readingOf(raw: string): CodeReading {
  if (raw.length > MOST_CHARACTERS) {
    return { content: unknownCode(scanIssue('scan.unreadable', 'text', { isTooLong: true })), code: raw, repairs: [] };
  }
  const cleaned = cleanScan(raw);
  const structured = readStructuredCode(cleaned) ?? readTyped(cleaned.text, cleaned.repairs);
  if (structured !== null) return structured;
  const plain = readPlainCode(cleaned);
  const isNoCode = plain.content.issues.some(({ code }) => code === 'scan.unreadable') && cleaned.fields.length === 1;
  return (isNoCode ? readTypedSerial(cleaned.text, cleaned.repairs) : null) ?? plain;
}

/** Tries the keyboard layouts, without and with Caps Lock; only a code with a structure of its own can prove which one it was. */
function readTyped(text: string, repairs: readonly ScanRepair[]): CodeReading | null {
  for (const isInverted of [false, true]) {
    for (const { layout, text: typed } of undoKeyboardLayouts(isInverted ? invertLetterCase(text) : text)) {
      const cleaned = cleanScan(typed);
      const reading = readStructuredCode(cleaned);
      if (reading === null) continue;
      const capsLock: readonly ScanRepair[] = isInverted ? ['caps-lock'] : [];
      return { ...reading, repairs: [...repairs, ...reading.repairs, ...capsLock, `keyboard-layout:${layout}`] };
    }
  }
  return null;
}

/**
 * A serial number or product key ID whose digits or signs came out as characters that neither has, as `é"'(-` for `23456` on a French
 * keyboard. Null where no layout makes one of it, or two layouts make different ones.
 */
function readTypedSerial(text: string, repairs: readonly ScanRepair[]): CodeReading | null {
  const readings = [...undoKeyboardLayouts(text)].flatMap(({ layout, text: typed }) => {
    const reading = readPlainCode(cleanScan(typed));
    const { kind } = reading.content;
    return kind === 'serial' || kind === 'product-key-id' ? [{ layout, reading }] : [];
  });
  const [first, ...others] = readings;
  if (first === undefined || others.some(({ reading }) => reading.code !== first.reading.code)) return null;
  const { layout, reading } = first;
  return { ...reading, repairs: [...repairs, ...reading.repairs, `keyboard-layout:${layout}`] };
}
