import { useCallback, useState } from 'react';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { filterOf, useQueueView } from './queueView.ts';

/** How many rows are read at a time; one such step before and one after the rows on screen are read too. */
const STEP_ROWS = 100;
/** A word that is being typed is searched once, not letter by letter. */
const SETTLE_MS = 120;

/** The part of the queue around what is on screen, filtered and sorted by the store. */
export function useQueue(tenantId: string | null) {
  const view = useQueueView();
  const search = useSettled(view.search, SETTLE_MS);
  const [firstStep, setFirstStep] = useState(0);
  const reading = useProcedure(
    'devices.list',
    tenantId === null
      ? null
      : {
          ...filterOf({ ...view, search }, tenantId),
          sort: view.sort,
          descending: view.descending,
          offset: firstStep * STEP_ROWS,
          limit: 3 * STEP_ROWS,
        },
    ['devices.changed', 'batches.changed'],
  );
  const onRange = useCallback((first: number) => {
    setFirstStep(Math.max(0, Math.floor(first / STEP_ROWS) - 1));
  }, []);

  const offset = reading.state === 'ready' ? (reading.input.offset ?? 0) : 0;
  const devices = reading.state === 'ready' ? reading.value.devices : [];
  const rowAt = (index: number): DeviceView | undefined => devices[index - offset];
  return { reading, rowAt, onRange };
}
