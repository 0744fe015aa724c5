import { createContext, useContext } from 'react';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import type { ScanAnswer } from './scanAnswer.ts';

/** A scanned device that only the tenant had: it is in the queue now, to be deregistered. */
export interface LeavingDevice {
  readonly tenantId: string;
  readonly deviceIds: readonly string[];
  readonly adoptedIds: readonly string[];
}

/** A scan as it is asked about: with what came before it, and the device that a person chose. */
export interface Asked {
  readonly text: string;
  readonly before?: string;
  readonly deviceId?: string;
}

/** An answer in the reserved place. */
export interface Answered {
  /** Tells answers apart: the same device, scanned again, is another one. */
  readonly id: number;
  readonly answer: ScanAnswer;
  /** What was scanned; null where no scan asked. */
  readonly asked: Asked | null;
  /** Nothing has been done since, so that Enter belongs to it. */
  readonly awaitsEnter: boolean;
}

export interface ScanContextValue {
  /** Reads a code from whatever scanner, and shows the answer. */
  readonly read: (text: string) => void;
  /** Asks again, for the device that a person chose. */
  readonly choose: (asked: Asked) => void;
  readonly openCamera: () => void;
  /** How many scans there were: what makes way for a scan watches it. */
  readonly heard: number;
  readonly answered: Answered | null;
  /** Puts another answer in its place, such as that to an act it offered. */
  readonly setAnswer: (answer: ScanAnswer | null) => void;
  /** Shows how a device stands, as a scan of it would. */
  readonly showDevice: (device: DeviceView) => void;
  /** Something has been done: Enter no longer belongs to the answer. */
  readonly spendScan: () => void;
  /** Takes the registered device of the answer into the queue, and reads its code as a scan of it. */
  readonly takeIn: (asked: Asked, tenantId: string, ztdId: string) => void;
  /** The device whose removal is to be planned; null where there is none. */
  readonly leaving: LeavingDevice | null;
  readonly leave: (device: LeavingDevice) => void;
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
