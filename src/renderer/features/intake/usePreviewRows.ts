import { useCallback, useState } from 'react';
import type { RowStatus } from '../../../shared/intake/vocabulary.ts';
import type { PreviewRow } from '../../../shared/api/contract/intake.ts';
import { useProcedure } from '../../api/useProcedure.ts';

export type RowOrder = 'file' | 'problemsFirst';

/** How many rows are read at a time; one such step before and one after the rows on screen are read too. */
const STEP_ROWS = 100;

/** The part of a preview around what is on screen; the backend filters. */
export function usePreviewRows(
  previewId: string,
  { status, search, order }: { readonly status: RowStatus | null; readonly search: string; readonly order: RowOrder },
) {
  const [firstStep, setFirstStep] = useState(0);
  const reading = useProcedure(
    'intake.rows',
    {
      previewId,
      statuses: status === null ? [] : [status],
      search,
      order,
      offset: firstStep * STEP_ROWS,
      limit: 3 * STEP_ROWS,
    },
    ['import.changed'],
  );
  const onRange = useCallback((first: number) => setFirstStep(Math.max(0, Math.floor(first / STEP_ROWS) - 1)), []);

  const offset = reading.state === 'ready' ? (reading.input.offset ?? 0) : 0;
  const rows = reading.state === 'ready' ? reading.value.rows : [];
  const rowAt = (index: number): PreviewRow | undefined => rows[index - offset];
  return { reading, rows, rowAt, onRange };
}
