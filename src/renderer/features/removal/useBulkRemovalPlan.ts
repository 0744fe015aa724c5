import { useCallback, useEffect, useRef, useState } from 'react';
import { joinRemovalPlans, PLANNED_AT_ONCE, type BulkRemovalPlan } from '../../../shared/removal/bulkRemovalPlan.ts';
import { useCommand } from '../../api/useCommand.ts';

/** Reads the plan of many devices in turns; `plan` is null until it is whole. */
export function useBulkRemovalPlan(deviceIds: readonly string[]) {
  const [plan, setPlan] = useState<BulkRemovalPlan | null>(null);
  const [done, setDone] = useState(0);
  const { run, failure } = useCommand('removal.planMany', { showsFailure: true });
  // A selection may be a new list at every drawing; the question is about the one that it was opened with.
  const [ids] = useState(deviceIds);
  const reading = useRef(0);

  const load = useCallback(async () => {
    reading.current += 1;
    const turn = reading.current;
    const parts: BulkRemovalPlan[] = [];
    for (let start = 0; start < ids.length; start += PLANNED_AT_ONCE) {
      const outcome = await run({ deviceIds: ids.slice(start, start + PLANNED_AT_ONCE) });
      if (!outcome.ok || reading.current !== turn) return;
      parts.push(outcome.value);
      setDone(Math.min(start + PLANNED_AT_ONCE, ids.length));
    }
    setPlan(joinRemovalPlans(parts));
  }, [ids, run]);

  useEffect(() => {
    void load();
    return () => {
      reading.current += 1;
    };
  }, [load]);
  const read = async (): Promise<void> => {
    setPlan(null);
    setDone(0);
    await load();
  };
  return { plan, done, total: ids.length, failure, read };
}
