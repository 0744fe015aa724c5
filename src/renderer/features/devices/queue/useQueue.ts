import { useCallback, useState } from 'react';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { usePresence } from '../../../ui/usePresence.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { changesBetween, heldRows, type Rows } from './heldRows.ts';
import { filterOf, useQueueView } from './queueView.ts';

/** How many rows are read at a time; one such step before and one after the rows on screen are read too. */
const STEP_ROWS = 100;
/** A word that is being typed is searched once, not letter by letter. */
const SETTLE_MS = 120;
const none: Rows<DeviceView> = { offset: 0, rows: [] };

/**
 * The part of the queue around what is on screen, filtered and sorted by the store. While somebody’s pointer or focus is in the
 * table, no row changes its place: what is known of it does, and the new order waits for `showChanges`, or until they have left.
 */
export function useQueue(tenantId: string | null) {
  const view = useQueueView();
  const search = useSettled(view.filter.search, SETTLE_MS);
  const [firstStep, setFirstStep] = useState(0);
  const { isPresent, presence } = usePresence();
  const reading = useProcedure(
    'devices.list',
    tenantId === null
      ? null
      : {
          ...filterOf(view, tenantId),
          search,
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

  const read = reading.state === 'ready' ? { offset: reading.input.offset ?? 0, rows: reading.value.devices } : none;
  // Another filter or order is what somebody asked for: nothing of it is held.
  const content = reading.state === 'ready' ? JSON.stringify({ ...reading.input, offset: 0 }) : '';
  const [shown, setShown] = useState({ content, ...none });
  const isHeld = isPresent && shown.content === content && shown.rows.length > 0;
  const next = isHeld ? heldRows(shown, read) : read;
  if (shown.content !== content || shown.offset !== next.offset || !areAlike(shown.rows, next.rows)) {
    setShown({ content, ...next });
  }

  const readById = new Map(read.rows.map((device) => [device.id, device]));
  const gone = next.rows.flatMap(({ id }) => (readById.has(id) ? [] : [id]));
  const goneReading = useProcedure('devices.rows', gone.length === 0 ? null : { ids: gone }, ['devices.changed']);
  const goneById = new Map(
    goneReading.state === 'ready' ? goneReading.value.devices.map((device) => [device.id, device]) : [],
  );
  const rowAt = (index: number): DeviceView | undefined => {
    const row = next.rows[index - next.offset];
    return row === undefined ? undefined : (readById.get(row.id) ?? goneById.get(row.id) ?? row);
  };
  const idsOf = (rows: readonly DeviceView[]): string[] => rows.map(({ id }) => id);
  return {
    reading,
    rowAt,
    onRange,
    presence,
    /** How many rows there are, with those that are still shown. */
    count: Math.max(reading.state === 'ready' ? reading.value.matching : 0, next.offset + next.rows.length),
    /** Whether a row that is still shown stands here no more. */
    isGone: ({ id }: DeviceView): boolean => !readById.has(id),
    changes: isHeld ? changesBetween(idsOf(next.rows), idsOf(read.rows)) : 0,
    showChanges: (): void => setShown({ content, ...read }),
  };
}

const areAlike = (some: readonly DeviceView[], others: readonly DeviceView[]): boolean =>
  some.length === others.length && some.every(({ id }, place) => id === others[place]?.id);
