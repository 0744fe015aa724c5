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
  /** What came behind a “/” that still waits; null before. */
  readonly search: SearchedWord | null;
}

interface SearchedWord {
  readonly text: string;
  readonly lastAt: number;
  /** A gap that only fingers leave: no scanner sends a “/” and then pauses. */
  readonly isTyped: boolean;
}

/** Begins a search; what is typed behind it is the word that is searched for. */
const SEARCH_KEY = '/';

/** Longer than most pauses inside a scan, short enough for the person who pressed the key. */
export const KEY_WAIT_MS = 400;

export const noPageKeys: PageKeys = { waiting: [], used: null, search: null };

/** @param mayBeUsed whether the page's keys work where the key went down */
export function keyCame(keys: PageKeys, step: BurstStep, keystroke: Keystroke, mayBeUsed: boolean): PageKeys {
  if (step.kind === 'other') return keys;
  if (step.kind === 'scanned') return { ...keys, waiting: [], search: null };
  const begun = keys.waiting.find(({ key }) => key === SEARCH_KEY);
  if (begun !== undefined && mayBeUsed) {
    const text = (keys.search?.text ?? '') + keystroke.key;
    const isTyped = keys.search?.isTyped === true || step.kind === 'first';
    return { ...keys, waiting: [begun], search: { text, lastAt: keystroke.at, isTyped } };
  }
  if (step.kind !== 'first') return { ...keys, waiting: [] };
  // A key right behind another is typed, or of a slow scanner: the one before it is no shortcut.
  const waiting = isAlone(step.burst) ? keys.waiting : [];
  return { ...keys, waiting: mayBeUsed ? [...waiting, keystroke] : waiting };
}

interface KeysDue {
  readonly keys: PageKeys;
  readonly due: readonly Keystroke[];
  /** What was typed behind the “/” that is due. */
  readonly searched: string;
}

/** Which keys nothing has followed for long enough. @param at on the clock of the keystrokes */
export function keysDue(keys: PageKeys, at: number): KeysDue {
  if (keys.search?.isTyped === true) return allOf(keys, keys.search.text);
  const newest = Math.max(keys.waiting.at(-1)?.at ?? at, keys.search?.lastAt ?? Number.NEGATIVE_INFINITY);
  // While the newest may still turn out to be of a scan, so may those before it.
  const isQuiet = at - newest > LONGEST_GAP_MS;
  if (keys.search !== null) return isQuiet ? allOf(keys, keys.search.text) : { keys, due: [], searched: '' };
  const due = isQuiet ? keys.waiting.filter((keystroke) => at - keystroke.at >= KEY_WAIT_MS) : [];
  const waiting = keys.waiting.filter((keystroke) => !due.includes(keystroke));
  return { keys: { ...keys, waiting, used: due.at(-1) ?? keys.used }, due, searched: '' };
}

function allOf(keys: PageKeys, searched: string): KeysDue {
  const due = keys.waiting;
  return { keys: { waiting: [], used: due.at(-1) ?? keys.used, search: null }, due, searched };
}

/** Whether the key that was used last was the beginning of this scan. */
export function beganWithKey({ used }: PageKeys, { since }: HeardScan): boolean {
  return used !== null && used.at >= since;
}

const isAlone = ({ text }: Burst): boolean => text.length === 1;
