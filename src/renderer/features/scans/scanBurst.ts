/** A key as it goes down, at the event's own time. */
export interface Keystroke {
  readonly key: string;
  readonly at: number;
}

/** Keys that were pressed quickly one after another, and how many of the gaps between them no person could manage. */
export interface Burst {
  readonly text: string;
  /** What came a pause before, and may be the beginning of the same code or a key that a person pressed. */
  readonly before: string;
  /** When the first key of all this came. */
  readonly since: number;
  readonly lastAt: number;
  readonly fastGaps: number;
}

/** What a scanner sent. */
export type HeardScan = Pick<Burst, 'text' | 'before' | 'since'>;

export type BurstStep =
  /** Not part of a scan as far as one can tell: the page may use the key. */
  | { readonly kind: 'first'; readonly burst: Burst }
  /** Comes too fast for a person: the page must not use the key. */
  | { readonly kind: 'within'; readonly burst: Burst }
  | { readonly kind: 'scanned'; readonly burst: Burst; readonly scan: HeardScan }
  | { readonly kind: 'other'; readonly burst: Burst };

/** Scanners that act as keyboards send a key every few milliseconds; people need about a tenth of a second. */
const FAST_GAP_MS = 60;
/** A busy computer may deliver a key of a scan late; after this long it is another thing, unless a scan is under way. */
export const LONGEST_GAP_MS = 150;
/** Radio scanners and remote desktops pause so long inside a code. */
const LONGEST_PAUSE_MS = 1_000;
const FAST_SHARE = 0.7;
/** Shorter than any serial number, longer than what fingers roll by accident. */
const MIN_LENGTH = 4;

export const noBurst: Burst = { text: '', before: '', since: 0, lastAt: Number.NEGATIVE_INFINITY, fastGaps: 0 };

/** Right after a scan: its last key was at this time. */
const scannedAt = (at: number): Burst => ({ ...noBurst, lastAt: at });

/** Tells a scanner from a person by speed alone. What is surely a scan goes on after a pause. */
export function nextBurst(burst: Burst, { key, at }: Keystroke): BurstStep {
  const gapMs = at - burst.lastAt;
  const isNear = gapMs <= LONGEST_GAP_MS;
  const goesOn = isNear || (isScan(burst) && gapMs <= LONGEST_PAUSE_MS);
  if (key === 'Enter' || key === 'Tab') {
    if (goesOn && isScan(burst)) return { kind: 'scanned', burst: scannedAt(at), scan: burst };
    // Some scanners end a code with two keys; the second must not press what has the focus.
    return isNear && burst.text === '' ? { kind: 'within', burst: scannedAt(at) } : { kind: 'other', burst: noBurst };
  }
  // Shift and its kind come between the characters of a scan.
  if (isModifier(key)) return { kind: 'other', burst };
  if (key.length !== 1) return { kind: 'other', burst: noBurst };
  if (!goesOn || burst.text === '') return { kind: 'first', burst: newBurst(burst, { key, at }) };
  const isFast = gapMs <= FAST_GAP_MS;
  return {
    kind: isFast || !isNear ? 'within' : 'first',
    burst: { ...burst, text: burst.text + key, lastAt: at, fastGaps: burst.fastGaps + Number(isFast) },
  };
}

/** The keys so far, where a scanner sent them; null where a person may have. */
export function scanIn(burst: Burst): HeardScan | null {
  return isScan(burst) ? burst : null;
}

/** A burst that begins with this key; a single key, or few fast ones, a pause before it may belong to it. */
function newBurst({ text, since, lastAt, fastGaps }: Burst, { key, at }: Keystroke): Burst {
  const mayBelong = text !== '' && fastGaps === text.length - 1 && at - lastAt <= LONGEST_PAUSE_MS;
  return { text: key, before: mayBelong ? text : '', since: mayBelong ? since : at, lastAt: at, fastGaps: 0 };
}

function isScan({ text, fastGaps }: Burst): boolean {
  return text.length >= MIN_LENGTH && fastGaps >= (text.length - 1) * FAST_SHARE;
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'CapsLock' || key === 'AltGraph' || key === 'Control' || key === 'Alt';
}
