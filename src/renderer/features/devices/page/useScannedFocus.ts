import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { useScan } from '../../scans/scanContext.ts';

interface ScannedFocus {
  /** What holds the buttons; Enter presses the first of them after a scan. */
  readonly acts: RefObject<HTMLDivElement | null>;
  /** Whether the first button has the focus because of a scan. */
  readonly awaitsEnter: boolean;
  /** The scan has done its part: what comes next waits for another scan, so that a second Enter does nothing. */
  readonly spend: () => void;
}

const OPEN_DIALOG = '[aria-modal="true"]';
/** Where the page itself puts the focus: on arrival, and when what had it is gone. */
const GIVEN_BY_PAGE = 'h1, [data-focus-home]';

/**
 * Lets a scanner and the Enter key do the whole work: the next step of a scanned device has the focus, and keeps it
 * while the step changes under it, as when the scan itself recorded a result. Where the step is still Microsoft's, it
 * gets the focus once it is the technician's, unless the person has turned to something else meanwhile.
 * @param step the next step's name, or null where it is not a technician's
 */
export function useScannedFocus(deviceId: string, step: string | null): ScannedFocus {
  const { scanned, spendScan } = useScan();
  const acts = useRef<HTMLDivElement>(null);
  const scan = scanned?.deviceId === deviceId ? scanned.scan : null;
  const spend = useEffectEvent(spendScan);
  useEffect(() => {
    // Behind a dialog nothing takes the focus from it.
    if (scan === null || step === null || document.querySelector(OPEN_DIALOG) !== null) return;
    acts.current?.querySelector('button')?.focus();
  }, [scan, step]);
  useEffect(() => {
    if (scan === null) return;
    const turned = ({ type, target }: Event) => {
      if (!(target instanceof Element)) return;
      const isByPage = target.matches(GIVEN_BY_PAGE) || acts.current?.contains(target) === true;
      if (type === 'input' || !isByPage) spend();
    };
    document.addEventListener('focusin', turned);
    document.addEventListener('input', turned);
    return () => {
      document.removeEventListener('focusin', turned);
      document.removeEventListener('input', turned);
    };
  }, [scan]);
  return { acts, awaitsEnter: scan !== null && step !== null, spend: spendScan };
}
