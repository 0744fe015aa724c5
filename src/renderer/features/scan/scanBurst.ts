/** A key as it goes down, at the event's own time. */
export interface Keystroke {
  readonly key: string;
  readonly at: number;
}

/** Scanners that act as keyboards send a key every few milliseconds; people need about a tenth of a second. */
export const MAX_GAP_MS = 60;
/** Shorter than any serial number, longer than what fingers roll by accident. */
const MIN_LENGTH = 4;

export interface Burst {
  readonly text: string;
  readonly lastAt: number;
}

export const noBurst: Burst = { text: '', lastAt: Number.NEGATIVE_INFINITY };

export type BurstStep =
  /** Not part of a burst as far as one can tell: the page may use the key. */
  | { readonly kind: 'first'; readonly burst: Burst }
  /** Comes too fast for a person: the page must not use the key. */
  | { readonly kind: 'within'; readonly burst: Burst }
  | { readonly kind: 'scanned'; readonly burst: Burst; readonly text: string }
  | { readonly kind: 'other'; readonly burst: Burst };

/** Tells a scanner from a person by speed alone. */
export function nextBurst(burst: Burst, { key, at }: Keystroke): BurstStep {
  const isFast = at - burst.lastAt <= MAX_GAP_MS;
  if (key === 'Enter' || key === 'Tab') {
    return isFast && burst.text.length >= MIN_LENGTH
      ? { kind: 'scanned', burst: noBurst, text: burst.text }
      : { kind: 'other', burst: noBurst };
  }
  // Shift and its kind come between the characters of a scan.
  if (isModifier(key)) return { kind: 'other', burst };
  if (key.length !== 1) return { kind: 'other', burst: noBurst };
  return isFast
    ? { kind: 'within', burst: { text: burst.text + key, lastAt: at } }
    : { kind: 'first', burst: { text: key, lastAt: at } };
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'CapsLock' || key === 'AltGraph' || key === 'Control' || key === 'Alt';
}
