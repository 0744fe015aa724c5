import { cleanText } from '../intake/cleanText.ts';
import { isPlaceholder } from '../intake/placeholderSerials.ts';

/**
 * Whether a hash was captured under another serial number than the one beside it. What firmware gives by default is no
 * serial number, and says nothing; nor does what is missing.
 */
export function isOtherSerial(inHash: string | null, serialNumber: string | null): boolean {
  if (inHash === null || serialNumber === null || isPlaceholder(inHash)) return false;
  return cleaned(inHash) !== cleaned(serialNumber);
}

function cleaned(text: string): string {
  return (cleanText(text) ?? '').toLowerCase();
}
