import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { joinRemovalPlans, PLANNED_AT_ONCE, type BulkRemovalPlan } from '../../../shared/removal/bulkRemovalPlan.ts';
import type { Client } from '../../api/client.ts';
import { useClient } from '../../api/clientContext.ts';

interface PlanReading {
  /** Null until it is whole. */
  readonly plan: BulkRemovalPlan | null;
  readonly done: number;
  readonly failure: Failure | null;
}
const nothingRead: PlanReading = { plan: null, done: 0, failure: null };

/** Reads the plan of many devices in turns. */
export function useBulkRemovalPlan(deviceIds: readonly string[]) {
  const client = useClient();
  const [reading, setReading] = useState(nothingRead);
  const [attempt, setAttempt] = useState(0);
  // A selection may be a new list at every drawing; the question is about the one that it was opened with.
  const [ids] = useState(deviceIds);

  useEffect(() => {
    const closing = new AbortController();
    void readPlan(client, ids, setReading, closing.signal);
    return () => closing.abort();
  }, [client, ids, attempt]);

  function read(): void {
    setReading(nothingRead);
    setAttempt(attempt + 1);
  }
  return { ...reading, total: ids.length, read };
}

async function readPlan(
  client: Client,
  ids: readonly string[],
  tell: (reading: PlanReading) => void,
  signal: AbortSignal,
): Promise<void> {
  const parts: BulkRemovalPlan[] = [];
  for (let start = 0; start < ids.length; start += PLANNED_AT_ONCE) {
    const part = ids.slice(start, start + PLANNED_AT_ONCE);
    const outcome = await client.call('removal.planMany', { deviceIds: part });
    if (signal.aborted) return;
    if (!outcome.ok) {
      tell({ plan: null, done: start, failure: outcome.error });
      return;
    }
    parts.push(outcome.value);
    tell({ plan: null, done: Math.min(start + PLANNED_AT_ONCE, ids.length), failure: null });
  }
  tell({ plan: joinRemovalPlans(parts), done: ids.length, failure: null });
}
