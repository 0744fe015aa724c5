import { neutralFormatter } from '../format/neutralFormatter.ts';

/**
 * What looks like a hardware hash, whole or damaged. A hash may stand in any cell of a file that someone edited, and
 * wherever it stands it is a secret.
 */

const SHORTEST = 60;
/** Long enough that no serial number, product name or tag reaches it, short enough to catch the rest of a cut hash. */
const SECRET_RUN = 100;
const START = /^t0[e-h]/i;
const NOISE = /[\s"'“”„\0\uFEFF\u200B]/g;
const NOISE_BUT_BLANKS = /[^\S ]|["'“”„\0\uFEFF\u200B]/g;
/** Words of people are shorter; between two plus signs of a hash stand 64 characters on average. */
const LONGEST_AVERAGE_WORD = 20;
const ALPHABET = /^[\w+/=%-]*$/;

/** Whether a cell holds a hash, or what is left of one. */
export function looksLikeHash(text: string): boolean {
  if (text.length < SHORTEST) return false;
  const head = text.slice(0, 200).replace(NOISE, '');
  return head.length >= SHORTEST && START.test(head) && ALPHABET.test(head);
}

/**
 * Whether a text must not be shown: a hash, a part of one, or a hash whose letter case was lost. Words with blanks
 * between them are none; a hash whose plus signs became blanks still is.
 */
export function isSecretText(text: string): boolean {
  if (text.length < SECRET_RUN) return false;
  const words = text.replace(NOISE_BUT_BLANKS, '').split(/ +/);
  if (words.some(isSecretRun)) return true;
  const joined = words.join('');
  return joined.length > words.length * LONGEST_AVERAGE_WORD && isSecretRun(joined);
}

function isSecretRun(text: string): boolean {
  return /[\w+/=%-]{100}/.test(text);
}

/** The text as it may be shown: whatever could be a hash is replaced by words. */
export function withoutSecrets(text: string): string {
  return isSecretText(text) ? `(hidden: ${neutralFormatter.number(text.length)} characters)` : text;
}
