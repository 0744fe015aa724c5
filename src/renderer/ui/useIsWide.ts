import { useSyncExternalStore } from 'react';
import { wide } from './breakpoints.ts';

const room = window.matchMedia(wide.replace('@media ', ''));

/** Whether there is room for more than what matters most. */
export function useIsWide(): boolean {
  return useSyncExternalStore(watch, () => room.matches);
}

function watch(listener: () => void): () => void {
  room.addEventListener('change', listener);
  return () => room.removeEventListener('change', listener);
}
