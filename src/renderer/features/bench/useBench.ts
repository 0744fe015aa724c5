import { useState } from 'react';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { useActs } from '../../acts/actsContext.ts';
import { recordBench } from './recordBench.ts';

/** Records for a dialog, which shows by itself that it runs and why it was refused. */
export function useBench(deviceId: string) {
  const { tools } = useActs();
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** Null where it is recorded, else why not. */
  async function record(act: Omit<InputOf<'bench.record'>, 'deviceId'>): Promise<Failure | null> {
    setRunning(true);
    setFailure(null);
    const refusal = await recordBench({ deviceId, ...act }, tools);
    setRunning(false);
    setFailure(refusal);
    return refusal;
  }
  return { record, running, failure };
}
