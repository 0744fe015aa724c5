import type { Settings } from '../../../shared/settings/settings.ts';
import {
  LONGEST_GAP_MS,
  nextBurst,
  noBurst,
  scanIn,
  type BurstStep,
  type HeardScan,
  type Keystroke,
} from './scanBurst.ts';

export interface ScanListener {
  /** Takes a key as it goes down, and says what it is part of. */
  readonly hear: (keystroke: Keystroke) => BurstStep;
  /** What came so far belongs to something else. */
  readonly forget: () => void;
}

/** Finds scans among the keys that go down; where a scanner ends its codes with no key, once it has fallen silent. */
export function createScanListener(end: Settings['scansEndBy'], onScan: (scan: HeardScan) => void): ScanListener {
  let burst = noBurst;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function onSilence(): void {
    const scan = scanIn(burst);
    burst = noBurst;
    if (scan !== null) onScan(scan);
  }

  return {
    hear(keystroke) {
      clearTimeout(silence);
      const step = nextBurst(burst, keystroke);
      burst = step.burst;
      if (step.kind === 'scanned') onScan(step.scan);
      else if (end === 'pause') silence = setTimeout(onSilence, LONGEST_GAP_MS);
      return step;
    },
    forget() {
      clearTimeout(silence);
      burst = noBurst;
    },
  };
}
