import { useEffect, useEffectEvent } from 'react';
import { LONGEST_GAP_MS, nextBurst, noBurst } from '../features/scan/scanBurst.ts';
import { holdsKeys, isTyping } from './isTyping.ts';
import { runShortcut } from './shortcuts.ts';

/**
 * Listens to the whole page: fast bursts are scans, single keys are shortcuts. Keys typed into a field stay there.
 * A shortcut waits one gap, since the first key of a scan looks like one.
 */
export function useKeyboard(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    let burst = noBurst;
    let shortcut: ReturnType<typeof setTimeout> | undefined;

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) {
        burst = noBurst;
        return;
      }
      const step = nextBurst(burst, { key: event.key, at: event.timeStamp });
      burst = step.burst;
      if (step.kind !== 'other') clearTimeout(shortcut);
      if (step.kind === 'within' || step.kind === 'scanned') {
        event.preventDefault();
        event.stopPropagation();
      }
      if (step.kind === 'scanned') scanned(step.text);
      if (step.kind === 'first' && !event.repeat && !holdsKeys(event.target)) {
        shortcut = setTimeout(() => runShortcut(event.key.toLowerCase()), LONGEST_GAP_MS);
      }
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearTimeout(shortcut);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}
