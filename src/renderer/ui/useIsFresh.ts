import { useEffect, useState } from 'react';

/** Long enough to look up from the device and read it. */
const FRESH_MS = 20_000;

/** Whether what the reserved place says is new. @param what names it, so that another one is fresh again */
export function useIsFresh(what: string): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(what), FRESH_MS);
    return () => clearTimeout(timer);
  }, [what]);
  return settled !== what;
}
