import type { CleanedHashText } from './cleanHashText.ts';
import { lengthWithoutPadding, readHashText, type HashReading } from './readHashText.ts';
import type { Sha256 } from './readContainer.ts';

/** What was mended to make the checksum right. Padding is judged apart: it never stands in the checksum's way. */
export type HashRepair =
  'percent-encoding' | 'quoted-printable' | 'prefix' | 'url-safe' | 'spaces' | 'trailing-a' | 'fill' | 'padding';

export interface RepairedHash {
  readonly reading: HashReading;
  readonly repairs: readonly HashRepair[];
  /** Characters of the cleaned text that the repair began with. */
  readonly characters: number;
}

/** How many places that look like the start of a hash are tried. */
const MOST_STARTS = 4;

/**
 * Tries the safe repairs on a text that cannot be used as it stands. Returns the first result whose checksum is right;
 * otherwise the one of which most can be read, with its problem, so that the device can still be recognised.
 */
export function repairHashText(cleaned: CleanedHashText, sha256: Sha256): RepairedHash {
  let best: RepairedHash | null = null;
  for (const { text, repairs, characters } of candidates(cleaned)) {
    const attempt = { ...readWithTail(text, repairs, sha256), characters };
    if (attempt.reading.problem === null) return attempt;
    if (best === null || attempt.reading.container.records.length > best.reading.container.records.length)
      best = attempt;
  }
  return best ?? { reading: readHashText(cleaned.text, sha256), repairs: [], characters: cleaned.text.length };
}

interface Candidate {
  readonly text: string;
  readonly repairs: readonly HashRepair[];
  readonly characters: number;
}

function* candidates({ text, blanksAsPlus }: CleanedHashText): Generator<Candidate> {
  yield { text, repairs: [], characters: text.length };
  yield* withoutEncodings({ text, repairs: [], characters: text.length });
  if (blanksAsPlus === null) return;
  const candidate: Candidate = { text: blanksAsPlus, repairs: ['spaces'], characters: blanksAsPlus.length };
  yield candidate;
  yield* withoutEncodings(candidate);
}

function* withoutEncodings(candidate: Candidate): Generator<Candidate> {
  const decoded = undoPercentEncoding(candidate);
  for (const trimmed of withoutPrefix(decoded)) {
    const standard = undoUrlSafe(undoQuotedPrintable(trimmed));
    if (standard !== candidate) yield standard;
  }
}

function undoPercentEncoding(candidate: Candidate): Candidate {
  const text = candidate.text
    .replace(/%([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\s+/g, '');
  return changed(candidate, text, 'percent-encoding');
}

/** A mail ends wrapped lines with an equals sign, and writes an equals sign as `=3D`. */
function undoQuotedPrintable(candidate: Candidate): Candidate {
  const text = candidate.text.replace(/=3D/gi, '=').replace(/=(?=[^=])/g, '');
  return changed(candidate, text, 'quoted-printable');
}

function* withoutPrefix(candidate: Candidate): Generator<Candidate> {
  const starts = /T0[E-H]/g;
  for (let tries = 0; tries < MOST_STARTS; tries++) {
    const match = starts.exec(candidate.text);
    if (match === null) return;
    yield changed(candidate, candidate.text.slice(match.index), 'prefix');
  }
}

function undoUrlSafe(candidate: Candidate): Candidate {
  return changed(candidate, candidate.text.replaceAll('-', '+').replaceAll('_', '/'), 'url-safe');
}

function changed(candidate: Candidate, text: string, repair: HashRepair): Candidate {
  return text === candidate.text ? candidate : { ...candidate, text, repairs: [...candidate.repairs, repair] };
}

/** Reads a text; if its end does not fit, tries with the trailing `A`s (zero bits) that the hash needs, no more. */
function readWithTail(
  text: string,
  repairs: readonly HashRepair[],
  sha256: Sha256,
): { readonly reading: HashReading; readonly repairs: readonly HashRepair[] } {
  const reading = readHashText(text, sha256);
  const { problem } = reading;
  if (problem?.kind !== 'cut' && problem?.kind !== 'length') return { reading, repairs };
  const core = text.slice(0, lengthWithoutPadding(text));
  const { damage } = reading.container;
  const missing = damage?.kind === 'cut' ? Math.ceil((damage.neededBytes * 4) / 3) - core.length : 0;
  if (missing <= 0 && !core.endsWith('A')) return { reading, repairs };
  const mended = missing > 0 ? core + 'A'.repeat(missing) : core.slice(0, -1);
  const second = readHashText(mended, sha256);
  if (second.problem !== null) return { reading, repairs };
  return { reading: second, repairs: [...repairs, missing > 1 ? 'fill' : 'trailing-a'] };
}
