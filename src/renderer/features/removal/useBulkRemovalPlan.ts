import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { joinRemovalPlans, PLANNED_AT_ONCE, type BulkRemovalPlan } from '../../../shared/removal/bulkRemovalPlan.ts';
import { useClient } from '../../api/clientContext.ts';

/** Reads the plan of many devices in turns; `plan` is null until it is whole. */
export function useBulkRemovalPlan(deviceIds: readonly string[]) {
  const client = useClient();
  const [plan, setPlan] = useState<BulkRemovalPlan | null>(null);
  const [done, setDone] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  // A selection may be a new list at every drawing; the question is about the one that it was opened with.
  const [ids] = useState(deviceIds);
  const reading = useRef(0);

  const load = useCallback(async () => {
    reading.current += 1;
    const turn = reading.current;
    const parts: BulkRemovalPlan[] = [];
    for (let start = 0; start < ids.length; start += PLANNED_AT_ONCE) {
      const part = ids.slice(start, start + PLANNED_AT_ONCE);
      const outcome = await client.call('removal.planMany', { deviceIds: part });
      if (reading.current !== turn) return;
      if (!outcome.ok) {
        setFailure(outcome.error);
        return;
      }
      parts.push(outcome.value);
      setDone(Math.min(start + PLANNED_AT_ONCE, ids.length));
    }
    setPlan(joinRemovalPlans(parts));
  }, [client, ids]);

  useEffect(() => {
    void load();
    return () => {
      reading.current += 1;
    };
  }, [load]);

  async function read(): Promise<void> {
    setPlan(null);
    setDone(0);
    setFailure(null);
    await load();
  }
  return { plan, done, total: ids.length, failure, read };
}
