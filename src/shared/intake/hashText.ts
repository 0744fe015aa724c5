import { neutralFormatter } from '../format/neutralFormatter.ts';

/**
 * What looks like a hardware hash, whole or damaged. A hash may stand in any cell of a file that someone edited, and
 * wherever it stands it is a secret.
 */

const SHORTEST = 60;
/** Long enough that no serial number, product name or tag reaches it, short enough to catch the rest of a cut hash. */
const SECRET_CHARACTERS = 64;
const SECRET_RUN = new RegExp(`[\\w+/=%-]{${SECRET_CHARACTERS}}`);
/** Of a text that is longer than anything that belongs into a cell, this much may be shown. */
const SHOWN_CHARACTERS = 60;
const START = /^t0[e-h]/i;
const NOISE = /[\s"'“”„\0\uFEFF\u200B]/g;
const ALPHABET = /^[\w+/=%-]*$/;
const BETWEEN = /[^A-Za-z0-9+/]+/;
/** Of the characters of a text that people wrote, fewer stand in parts that are no words. */
const NO_WORDS_SHARE = 0.6;
/** Zeros of a hash look like words in capitals; people who write a long text have small letters in it. */
const FEW_SHARE = 0.15;
const SMALL_SHARE = 0.35;

/** Whether a cell holds a hash, or what is left of one. */
export function looksLikeHash(text: string): boolean {
  if (text.length < SHORTEST) return false;
  const head = text.slice(0, 200).replace(NOISE, '');
  return head.length >= SHORTEST && START.test(head) && ALPHABET.test(head);
}

/**
 * Whether a text must not be shown: a hash, a part of one, or a hash in disguise: its letter case lost, its characters taken
 * two by two for those of another script, or something put between them. Words of people are none.
 */
export function isSecretText(text: string): boolean {
  // Two characters of a hash fit into one of another script.
  if (text.length * 2 < SECRET_CHARACTERS) return false;
  const isAscii = /^[\0-\x7f]*$/.test(text);
  if (isAscii && text.length < SECRET_CHARACTERS) return false;
  return isHashLike(text) || (!isAscii && (isHashLike(text.normalize('NFKC')) || arePairs(text)));
}

function isHashLike(text: string): boolean {
  if (text.length < SECRET_CHARACTERS) return false;
  if (SECRET_RUN.test(text)) return true;
  let all = 0;
  let strange = 0;
  let small = 0;
  for (const part of text.split(BETWEEN)) {
    all += part.length;
    if (!isWord(part)) strange += part.length;
    else if (/[a-z]/.test(part)) small += part.length;
  }
  if (all < SECRET_CHARACTERS) return false;
  return strange >= all * NO_WORDS_SHARE || (strange >= all * FEW_SHARE && small <= all * SMALL_SHARE);
}

/** Letters that are all small, all capital, or begin with a capital; nothing stands in it four times. */
function isWord(part: string): boolean {
  return /^(?:[A-Z]?[a-z]*|[A-Z]*)$/.test(part) && !/(.)\1{3}/.test(part);
}

/** Whether every half of the characters is one of a hash, as where a hash in one byte a character was read as UTF-16. */
function arePairs(text: string): boolean {
  let halves = '';
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    halves += code < 0x100 ? String.fromCharCode(code) : String.fromCharCode(code & 0xff, code >> 8);
  }
  return SECRET_RUN.test(halves);
}

/** The text as it may be shown: whatever could be a hash is replaced by words, and what is far too long is cut. */
export function withoutSecrets(text: string): string {
  return isSecretText(text) ? `(hidden: ${neutralFormatter.number(text.length)} characters)` : text;
}

/** The beginning of a text that is longer than what belongs there. */
export function shortened(text: string): string {
  const shown = withoutSecrets(text);
  return shown.length > SHOWN_CHARACTERS ? `${shown.slice(0, SHOWN_CHARACTERS)}…` : shown;
}
