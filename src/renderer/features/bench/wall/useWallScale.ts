import { useSyncExternalStore } from 'react';

/** The screen that the wall is drawn for. */
const DRAWN_WIDTH = 1920;

/** How much larger or smaller than drawn a wall is on this screen, and the height that it then has by its own measure. */
export function useWallScale(): { readonly scale: number; readonly height: number } {
  const width = useSyncExternalStore(watchSize, () => window.innerWidth);
  const height = useSyncExternalStore(watchSize, () => window.innerHeight);
  const scale = width / DRAWN_WIDTH;
  return { scale, height: height / scale };
}

function watchSize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
