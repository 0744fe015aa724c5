import { useCallback, useState } from 'react';
import { useSettled } from './useSettled.ts';

/** How many rows are read at a time; one such step before and one after the rows on screen are read too. */
const STEP_ROWS = 100;
const SEARCH_SETTLES_MS = 200;

/** What of a long list is looked at: by a part of the serial number, by state, and the rows around those on screen. */
export function useListView(tenantId: string) {
  const [search, setSearch] = useState('');
  const [state, setState] = useState<string | null>(null);
  const [firstStep, setFirstStep] = useState(0);
  const settled = useSettled(search, SEARCH_SETTLES_MS);
  const onRange = useCallback((first: number) => {
    setFirstStep(Math.max(0, Math.floor(first / STEP_ROWS) - 1));
  }, []);
  const input = { tenantId, search: settled, state, offset: firstStep * STEP_ROWS, limit: 3 * STEP_ROWS };
  return { search, setSearch, state, setState, onRange, input };
}

export type ListView = ReturnType<typeof useListView>;
