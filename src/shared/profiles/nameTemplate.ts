import { LONGEST_DEVICE_NAME } from '../assignment/lengths.ts';

/** What is wrong with a name template. `longest` counts the characters of the longest name that it makes. */
export type TemplateProblem =
  | { readonly code: 'profiles.nameTooLong'; readonly longest: number; readonly serialNumber: string | null }
  | { readonly code: 'profiles.nameCharacters'; readonly characters: string }
  | { readonly code: 'profiles.nameOnlyDigits' }
  | { readonly code: 'profiles.nameMacro'; readonly macro: string }
  | { readonly code: 'profiles.nameSameForAll' }
  | { readonly code: 'profiles.nameTooFewNumbers'; readonly names: number; readonly devices: number };

export interface NamedQueue {
  /** How many devices are to be named by it. */
  readonly devices: number;
  /** The longest serial number among them; null where none is known. */
  readonly longestSerialNumber: string | null;
}

const MACRO = /%([^%]*)%/g;
const SERIAL = /^serial$/i;
const RANDOM = /^rand:(\d{1,2})$/i;

/**
 * Checks a template for device names: at most 15 letters, digits and hyphens, not digits alone; `%SERIAL%` is the serial
 * number, `%RAND:x%` x digits. Source: Microsoft, “Create Windows Autopilot profiles”, Apply device name template.
 */
export function checkTemplate(template: string, queue: NamedQueue): readonly TemplateProblem[] {
  const macros = [...template.matchAll(MACRO)].map(([, inside = '']) => inside);
  const fixed = template.replaceAll(MACRO, '');
  const strange = macros.filter((macro) => !SERIAL.test(macro) && digitsOf(macro) === null);
  const serials = macros.filter((macro) => SERIAL.test(macro)).length;
  const digits = macros.reduce((sum, macro) => sum + (digitsOf(macro) ?? 0), 0);
  // A serial number has one character at least.
  const serialLength = serials === 0 ? 0 : (queue.longestSerialNumber?.length ?? 1);
  const longest = fixed.length + digits + serials * serialLength;
  const characters = [...new Set(fixed.replaceAll(/[A-Za-z0-9-]/g, ''))].join('');
  const problems: TemplateProblem[] = strange.map((macro) => ({ code: 'profiles.nameMacro', macro: `%${macro}%` }));
  if (longest > LONGEST_DEVICE_NAME) {
    const serialNumber = serials === 0 ? null : queue.longestSerialNumber;
    problems.push({ code: 'profiles.nameTooLong', longest, serialNumber });
  }
  if (characters !== '') problems.push({ code: 'profiles.nameCharacters', characters });
  if (strange.length > 0 || characters !== '') return problems;
  if (serials === 0 && /^\d*$/.test(fixed)) problems.push({ code: 'profiles.nameOnlyDigits' });
  if (serials > 0) return problems;
  if (digits === 0) problems.push({ code: 'profiles.nameSameForAll' });
  else if (10 ** digits < queue.devices) {
    problems.push({ code: 'profiles.nameTooFewNumbers', names: 10 ** digits, devices: queue.devices });
  }
  return problems;
}

/** How many digits `RAND:x` makes; null for another macro, and for none at all. */
function digitsOf(macro: string): number | null {
  const digits = Number(RANDOM.exec(macro)?.[1] ?? 0);
  return digits === 0 ? null : digits;
}
