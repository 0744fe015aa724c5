/** Crockford's base 32: no I, L, O or U, which are taken for 1, 1, 0 and V. Source: crockford.com/base32.html. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_BYTES = 16;
const RECOVERY_KEY_LETTERS = 28;
const GROUP = 4;
/** The largest prime that two letters can hold: one wrong letter, or two neighbours swapped, always leave a remainder. */
const CHECK = 1_021n;
const TWO_LETTERS = 1_024n;

export type RecoveryKeyReading =
  | { readonly ok: true; readonly secret: Uint8Array }
  | { readonly ok: false; readonly problem: 'length'; readonly letters: number }
  | { readonly ok: false; readonly problem: 'letter'; readonly letter: string }
  | { readonly ok: false; readonly problem: 'check' };

/** The 16 bytes of a queue's key as a person copies them from paper: seven groups of four, of which the last two letters are a check. */
export function writeRecoveryKey(secret: Uint8Array): string {
  if (secret.length !== SECRET_BYTES) throw new Error('The secret of a queue has 16 bytes.');
  const value = secret.reduce((number, byte) => number * 256n + BigInt(byte), 0n) * TWO_LETTERS;
  let rest = value + ((CHECK - (value % CHECK)) % CHECK);
  let text = '';
  for (let index = 0; index < RECOVERY_KEY_LETTERS; index += 1) {
    text = `${LETTERS.charAt(Number(rest % 32n))}${text}`;
    rest /= 32n;
  }
  return grouped(text);
}

/** Reads what a person typed: small letters, other separators, and O, I, L for 0, 1, 1 are taken. */
export function readRecoveryKey(typed: string): RecoveryKeyReading {
  const letters = Array.from(typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')).map(
    (letter) => LOOKALIKES[letter] ?? letter,
  );
  const strange = letters.find((letter) => !LETTERS.includes(letter));
  if (strange !== undefined) return { ok: false, problem: 'letter', letter: strange };
  if (letters.length !== RECOVERY_KEY_LETTERS) return { ok: false, problem: 'length', letters: letters.length };
  const value = letters.reduce((number, letter) => number * 32n + BigInt(LETTERS.indexOf(letter)), 0n);
  let secret = value / TWO_LETTERS;
  if (value % CHECK !== 0n || secret >> BigInt(SECRET_BYTES * 8) !== 0n) return { ok: false, problem: 'check' };
  const bytes = new Uint8Array(SECRET_BYTES);
  for (let index = SECRET_BYTES - 1; index >= 0; index -= 1) {
    bytes[index] = Number(secret % 256n);
    secret /= 256n;
  }
  return { ok: true, secret: bytes };
}

/** What is wrong with a typed key, in a sentence. */
export function recoveryKeyProblem(reading: Exclude<RecoveryKeyReading, { readonly ok: true }>): string {
  switch (reading.problem) {
    case 'length':
      return `A recovery key has ${RECOVERY_KEY_LETTERS} letters and digits; this one has ${reading.letters}.`;
    case 'letter':
      return `A recovery key has no “${reading.letter}”. Look at that place on the paper again.`;
    case 'check':
      return 'The recovery key was mistyped: its last two letters do not fit the rest.';
  }
}

/** Text that may be a recovery key, wherever it stands in a line; whether it is one, only its check tells. For `replace`. */
export const RECOVERY_KEY_SHAPE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:[0-9A-Za-z]{${GROUP}}[-\s.]?){${RECOVERY_KEY_LETTERS / GROUP - 1}}[0-9A-Za-z]{${GROUP}}`,
  'gu',
);

const LOOKALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

function grouped(text: string): string {
  const groups = Array.from({ length: RECOVERY_KEY_LETTERS / GROUP }, (_, index) =>
    text.slice(index * GROUP, (index + 1) * GROUP),
  );
  return groups.join('-');
}
