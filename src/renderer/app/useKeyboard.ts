import { useEffect, useEffectEvent } from 'react';
import type { Settings } from '../../shared/settings/settings.ts';
import { LONGEST_GAP_MS } from '../features/scans/scanBurst.ts';
import { createScanListener } from '../features/scans/scanListener.ts';
import { hearsScans, holdsKeys, isTyping } from './isTyping.ts';
import { runShortcut } from './shortcuts.ts';

/**
 * Listens to the whole page: fast bursts are scans, single keys are shortcuts. Keys typed into a field stay there, unless
 * the field hears scans.
 * A shortcut waits one gap, since the first key of a scan looks like one.
 */
export function useKeyboard(scansEnd: Settings['scansEndBy'], onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    const scans = createScanListener(scansEnd, (text) => scanned(text));
    let shortcut: ReturnType<typeof setTimeout> | undefined;

    const onKeyDown = (event: KeyboardEvent) => {
      const isField = isTyping(event.target);
      const isForScans = !isField || hearsScans(event.target);
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !isForScans) {
        scans.forget();
        return;
      }
      const kind = scans.hear({ key: event.key, at: event.timeStamp });
      if (kind !== 'other') clearTimeout(shortcut);
      // A field takes every letter, since a person may type fast; what ends a scan it does not take.
      if (kind === 'scanned' || (kind === 'within' && !isField)) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (kind === 'first' && !event.repeat && !holdsKeys(event.target)) {
        shortcut = setTimeout(() => runShortcut(event.key.toLowerCase()), LONGEST_GAP_MS);
      }
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      scans.forget();
      clearTimeout(shortcut);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [scansEnd]);
}
