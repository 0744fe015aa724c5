type ScanRepair = 'control-characters' | 'aim-prefix' | 'caps-lock';

export interface CleanedScan {
  readonly text: string;
  readonly repairs: readonly ScanRepair[];
  /** The symbology that an AIM prefix named, `Q` for QR, `E` for EAN; null without a prefix. */
  readonly symbology: string | null;
  /** Whether control characters stood between other text, where they separate fields. */
  readonly hadFields: boolean;
}

// What a scanner frames or separates data with: STX, ETX, EOT, GS, RS, CR and the rest of C0, DEL, C1, byte-order mark.
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\uFEFF]+/g;

/** Takes off what a scanner adds: control characters, an AIM prefix (ISO/IEC 15424), the effect of Caps Lock. */
export function cleanScan(raw: string): CleanedScan {
  // A line end is what any terminal or file adds; it is not worth a word.
  const line = raw.replace(/\r?\n$/, '');
  const parts = line.split(CONTROLS);
  const joined = parts.join('').trim();
  const repairs: ScanRepair[] = parts.length > 1 ? ['control-characters'] : [];
  const prefix = /^\]([A-Za-z])[0-9A-Za-z]/.exec(joined);
  if (prefix) repairs.push('aim-prefix');
  const code = prefix ? joined.slice(prefix[0].length) : joined;
  const isInverted = code.includes('"zTDiD"');
  if (isInverted) repairs.push('caps-lock');
  return {
    text: isInverted ? invertLetterCase(code) : code,
    repairs,
    symbology: prefix?.[1] ?? null,
    hadFields: parts.filter((part) => part.trim() !== '').length > 1,
  };
}

function invertLetterCase(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
}
