import { useEffect, useEffectEvent } from 'react';
import type { Settings } from '../../shared/settings/settings.ts';
import type { HeardScan } from '../features/scans/scanBurst.ts';
import { createScanListener } from '../features/scans/scanListener.ts';
import { createFieldMemory } from './fieldMemory.ts';
import { hearsScans, holdsKeys, isTyping } from './isTyping.ts';
import { beganWithKey, KEY_WAIT_MS, keyCame, keysDue, noPageKeys } from './pageKeys.ts';
import { runShortcut, type TakeBack } from './shortcuts.ts';

/**
 * Listens to the whole page: fast bursts are scans, single keys are shortcuts. Keys typed into a field stay there, unless
 * the field hears scans: what a scan typed into it is taken out again.
 */
export function useKeyboard(scansEnd: Settings['scansEndBy'], onScan: (scan: HeardScan) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    const fields = createFieldMemory();
    let pageKeys = noPageKeys;
    let takeBack: TakeBack | null = null;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const scans = createScanListener(scansEnd, (scan) => {
      if (beganWithKey(pageKeys, scan)) takeBack?.();
      pageKeys = noPageKeys;
      takeBack = null;
      fields.restore(scan.since);
      scanned(scan);
    });

    /** Uses the keys that have waited long enough. */
    function onWaited(at: number): void {
      const { keys, due, searched } = keysDue(pageKeys, at);
      pageKeys = keys;
      for (const { key } of due) takeBack = runShortcut(key.toLowerCase(), searched);
    }

    const onKeyDown = (event: KeyboardEvent) => {
      const isField = isTyping(event.target);
      const isForScans = !isField || hearsScans(event.target);
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !isForScans) {
        scans.forget();
        return;
      }
      const keystroke = { key: event.key, at: event.timeStamp };
      if (isField) fields.note(event.target, keystroke.at);
      const step = scans.hear(keystroke);
      const mayBeUsed = !isField && !event.repeat && !holdsKeys(event.target);
      pageKeys = keyCame(pageKeys, step, keystroke, mayBeUsed);
      // A field takes every letter, since a person may type fast; what ends a scan it does not take.
      if (step.kind === 'scanned' || (step.kind === 'within' && !isField)) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (pageKeys.search?.lastAt === keystroke.at) {
        event.preventDefault();
        event.stopPropagation();
        if (pageKeys.search.isTyped) {
          onWaited(keystroke.at);
          return;
        }
      } else if (!pageKeys.waiting.includes(keystroke)) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        onWaited(keystroke.at + KEY_WAIT_MS);
      }, KEY_WAIT_MS);
      timers.add(timer);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      scans.forget();
      for (const timer of timers) clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [scansEnd]);
}
