import { useEffect, useEffectEvent } from 'react';

/** Undoes what a key did, where it turns out to have been part of a scan. */
export type TakeBack = () => void;
/** @param typed what was typed behind the key, for a key that begins a word */
type KeyAct = (typed: string) => TakeBack | null;

const acts = new Map<string, KeyAct[]>();

/** Runs the newest act of a key; null where nothing listens to it, or nothing can be taken back. */
export function runShortcut(key: string, typed: string): TakeBack | null {
  return acts.get(key)?.at(-1)?.(typed) ?? null;
}

/** Gives a single key to an act while the component is there. Name it in `keyHelp` too. */
export function useShortcut(key: string, act: (typed: string) => void): void {
  const current = useEffectEvent(act);
  useEffect(
    () =>
      listen(key, (typed) => {
        current(typed);
        return null;
      }),
    [key],
  );
}

/** The same for an act that can be taken back, such as going to a place. */
export function usePlaceKey(key: string, act: () => TakeBack): void {
  const current = useEffectEvent(act);
  useEffect(() => listen(key, () => current()), [key]);
}

function listen(key: string, run: KeyAct): () => void {
  acts.set(key, [...(acts.get(key) ?? []), run]);
  return () => {
    acts.set(key, acts.get(key)?.filter((other) => other !== run) ?? []);
  };
}
