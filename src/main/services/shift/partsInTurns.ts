import { setImmediate as nextTurn } from 'node:timers/promises';
import { partsOf } from '../../../shared/shift/shiftSpan.ts';
import type { Clock } from '../../ports.ts';
import type { ShiftScope } from '../../store/shiftStore.ts';

/** How long one turn of counting may take before others get theirs. */
const TURN_MS = 10;

/** Works through the parts of a span, and lets everything else have its turn in between: a year of a large lab takes a second. */
export function partsInTurns({ monotonicMs }: Pick<Clock, 'monotonicMs'>) {
  return async (scope: ShiftScope, work: (part: ShiftScope, number: number) => void): Promise<void> => {
    let begunMs = monotonicMs();
    for (const [number, part] of partsOf(scope).entries()) {
      if (monotonicMs() - begunMs > TURN_MS) {
        await nextTurn();
        begunMs = monotonicMs();
      }
      work({ ...scope, ...part }, number);
    }
  };
}
