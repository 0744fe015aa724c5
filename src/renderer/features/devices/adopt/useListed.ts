import { useCallback, useState } from 'react';
import type { InputOf } from '../../../../shared/api/contract.ts';
import type { ListedDevice } from '../../../../shared/devices/adoption.ts';
import { useProcedure } from '../../../api/useProcedure.ts';

/** How many rows are read at a time; one such step before and one after the rows on screen are read too. */
const STEP_ROWS = 100;

/** What of the tenant's list is looked at; null is no condition. */
export interface ListedView {
  readonly search: string;
  readonly groupTag: string | null;
  readonly manufacturer: string | null;
}

/** The part of a tenant's list around what is on screen, filtered by the store. */
export function useListed(tenantId: string, { search, groupTag, manufacturer }: ListedView) {
  const [firstStep, setFirstStep] = useState(0);
  const filter: InputOf<'devices.inTenant'> = {
    tenantId,
    search,
    ...(groupTag === null ? {} : { groupTag }),
    ...(manufacturer === null ? {} : { manufacturer }),
  };
  const reading = useProcedure('devices.inTenant', { ...filter, offset: firstStep * STEP_ROWS, limit: 3 * STEP_ROWS }, [
    'devices.changed',
    'tenants.changed',
  ]);
  const onRange = useCallback((first: number) => {
    setFirstStep(Math.max(0, Math.floor(first / STEP_ROWS) - 1));
  }, []);

  const offset = reading.state === 'ready' ? (reading.input.offset ?? 0) : 0;
  const rows = reading.state === 'ready' ? reading.value.rows : [];
  const rowAt = (index: number): ListedDevice | undefined => rows[index - offset];
  return { filter, reading, rowAt, onRange };
}
