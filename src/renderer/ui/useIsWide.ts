import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 1600px)');

/** Whether there is room for more than what matters most. */
export function useIsWide(): boolean {
  return useSyncExternalStore(watch, () => wide.matches);
}

function watch(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}
