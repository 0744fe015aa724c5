import { useEffect, useRef, type RefObject } from 'react';
import { useScan } from '../../scans/scanContext.ts';

interface ScannedFocus {
  /** What holds the buttons; Enter presses the first of them after a scan. */
  readonly acts: RefObject<HTMLDivElement | null>;
  /** Whether the first button has the focus because of a scan. */
  readonly awaitsEnter: boolean;
  /** The scan has done its part: what comes next waits for another scan, so that a second Enter does nothing. */
  readonly spend: () => void;
}

/**
 * Lets a scanner and the Enter key do the whole work: the next step of a scanned device has the focus, and keeps it
 * while the step changes under it, as when the scan itself recorded a result.
 * @param step the next step's name, or null where it is not a technician's
 */
export function useScannedFocus(deviceId: string, step: string | null): ScannedFocus {
  const { scanned, spendScan } = useScan();
  const acts = useRef<HTMLDivElement>(null);
  const scan = scanned?.deviceId === deviceId && step !== null ? scanned.scan : null;
  useEffect(() => {
    // Behind a dialog nothing takes the focus from it.
    const isBehind = acts.current?.closest('[aria-hidden="true"]');
    if (scan !== null && isBehind === null) acts.current?.querySelector('button')?.focus();
  }, [scan, step]);
  return { acts, awaitsEnter: scan !== null, spend: spendScan };
}
