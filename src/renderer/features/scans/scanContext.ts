import { createContext, useContext } from 'react';

/** A device that a scan led to. */
export interface ScannedDevice {
  readonly deviceId: string;
  /** The same device, scanned again, is another scan. */
  readonly scan: number;
}

/** A scanned device that only the tenant had: it is in the queue now, to be deregistered. */
export interface LeavingDevice {
  readonly tenantId: string;
  readonly deviceIds: readonly string[];
  readonly adoptedIds: readonly string[];
}

export interface ScanContextValue {
  /** Reads a code from whatever scanner, shows the answer, and opens the device it belongs to. */
  readonly read: (text: string) => void;
  readonly openCamera: () => void;
  /** How many scans there were: what makes way for a scan watches it. */
  readonly heard: number;
  /** The device on screen, where a scan led to it and nothing has been done since. */
  readonly scanned: ScannedDevice | null;
  /** Something has been done: Enter no longer belongs to the scan. */
  readonly spendScan: () => void;
  /** The step that the answer named has been taken: an answer that needs nobody says it no longer. */
  readonly closeAnswer: () => void;
  /** The device whose removal is to be planned; null where there is none. */
  readonly leaving: LeavingDevice | null;
  /** Its removal is confirmed or cancelled. */
  readonly doneLeaving: () => void;
}

export const ScanContext = createContext<ScanContextValue | null>(null);

/** The one scanner of the page. Throws where no `ScanProvider` stands above. */
export function useScan(): ScanContextValue {
  const scan = useContext(ScanContext);
  if (scan === null) throw new Error('There is no scanning above this component.');
  return scan;
}
