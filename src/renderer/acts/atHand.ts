import { useEffect } from 'react';
import { create } from 'zustand';
import type { DeviceAtHand, SelectionAtHand } from './act.ts';

export type OnScreen = DeviceAtHand | SelectionAtHand | null;

/** The device whose page is shown, or what is selected in the queue; null elsewhere. */
export const useAtHand = create<{ readonly onScreen: OnScreen }>(() => ({ onScreen: null }));

/** Tells what the acts of devices work on while a screen is shown. Pass the same object as long as nothing changed. */
export function useSetAtHand(onScreen: OnScreen): void {
  useEffect(() => useAtHand.setState({ onScreen }), [onScreen]);
  useEffect(() => () => useAtHand.setState({ onScreen: null }), []);
}
