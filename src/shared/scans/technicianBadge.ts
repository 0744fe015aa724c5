import { invertLetterCase } from './letterCase.ts';

/** In signs that QR codes and Code 128 both hold, and that no maker prints on a device. */
const BEGINNING = 'RESEAL:TECHNICIAN:';
const SMALL_BEGINNING = BEGINNING.toLowerCase();
/** As many characters as the setting holds. */
const BADGE = /^RESEAL:TECHNICIAN:(\S(?:.{0,6}\S)?)$/i;

/** What a technician's badge says, as a QR code or Code 128. @param initials as in the settings */
export const writeTechnicianBadge = (initials: string): string => `${BEGINNING}${initials}`;

/** The initials that a badge says; null where the text is none. */
export function readTechnicianBadge(text: string): string | null {
  const initials = BADGE.exec(text)?.[1];
  if (initials === undefined) return null;
  // Caps Lock, or a scanner that sends small letters only.
  return text.startsWith(SMALL_BEGINNING) ? invertLetterCase(initials) : initials;
}
