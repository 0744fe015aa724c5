import {
  LONGEST_GAP_MS,
  type Burst,
  type BurstStep,
  type HeardScan,
  type Keystroke,
} from '../features/scans/scanBurst.ts';

/**
 * Single keys of the page. The first key of a scan looks like one, so each waits until nothing more has come, and what it did
 * is taken back where a scan follows that began with it all the same.
 */
export interface PageKeys {
  readonly waiting: readonly Keystroke[];
  /** The key that was used last. */
  readonly used: Keystroke | null;
}

/** Longer than most pauses inside a scan, short enough for the person who pressed the key. */
export const KEY_WAIT_MS = 400;

export const noPageKeys: PageKeys = { waiting: [], used: null };

/** @param mayBeUsed whether the page's keys work where the key went down */
export function keyCame(keys: PageKeys, step: BurstStep, keystroke: Keystroke, mayBeUsed: boolean): PageKeys {
  if (step.kind === 'other') return keys;
  if (step.kind !== 'first') return { ...keys, waiting: [] };
  // A key right behind another is typed, or of a slow scanner: the one before it is no shortcut.
  const waiting = isAlone(step.burst) ? keys.waiting : [];
  return { ...keys, waiting: mayBeUsed ? [...waiting, keystroke] : waiting };
}

/** Which keys nothing has followed for long enough. @param at on the clock of the keystrokes */
export function keysDue(keys: PageKeys, at: number): { readonly keys: PageKeys; readonly due: readonly Keystroke[] } {
  const newest = keys.waiting.at(-1);
  // While the newest may still turn out to be of a scan, so may those before it.
  const isQuiet = newest !== undefined && at - newest.at > LONGEST_GAP_MS;
  const due = isQuiet ? keys.waiting.filter((keystroke) => at - keystroke.at >= KEY_WAIT_MS) : [];
  const waiting = keys.waiting.filter((keystroke) => !due.includes(keystroke));
  return { keys: { waiting, used: due.at(-1) ?? keys.used }, due };
}

/** Whether the key that was used last was the beginning of this scan. */
export function beganWithKey({ used }: PageKeys, { since }: HeardScan): boolean {
  return used !== null && used.at >= since;
}

const isAlone = ({ text }: Burst): boolean => text.length === 1;
