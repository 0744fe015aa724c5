import { useEffect, useEffectEvent } from 'react';

const acts = new Map<string, (() => void)[]>();

/** Runs the newest act of a key; false where nothing listens to it. */
export function runShortcut(key: string): boolean {
  const act = acts.get(key)?.at(-1);
  act?.();
  return act !== undefined;
}

/** Gives a single key to an act while the component is there. Name it in `keyHelp` too. */
export function useShortcut(key: string, act: () => void): void {
  const current = useEffectEvent(act);
  useEffect(() => {
    const run = () => current();
    acts.set(key, [...(acts.get(key) ?? []), run]);
    return () => {
      acts.set(key, acts.get(key)?.filter((other) => other !== run) ?? []);
    };
  }, [key]);
}
