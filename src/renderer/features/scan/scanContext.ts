import { createContext, useContext } from 'react';

export interface ScanContextValue {
  /** Reads a code from whatever scanner, shows the answer, and opens the device it belongs to. */
  readonly read: (text: string) => void;
  readonly openCamera: () => void;
}

export const ScanContext = createContext<ScanContextValue | null>(null);

export function useScan(): ScanContextValue {
  const scan = useContext(ScanContext);
  if (scan === null) throw new Error('There is no scanning above this component.');
  return scan;
}
