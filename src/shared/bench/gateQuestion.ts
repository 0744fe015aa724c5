import { z } from 'zod';
import type { GoGateCondition } from './goGateCondition.ts';

/** What the go gate asks of the person before the device, since nothing else tells it. */
export const gateQuestion = z.enum(['tpm2', 'profileOnPage', 'reset']);
export type GateQuestion = z.infer<typeof gateQuestion>;

/** The question that a condition is; null for one that is met, or that no answer opens. */
export function gateQuestionOf({ finding }: Pick<GoGateCondition, 'finding'>): GateQuestion | null {
  if (finding === 'noHash') return 'tpm2';
  if (finding === 'notResetSinceRepair') return 'reset';
  return finding === 'nameNotCompared' ? 'profileOnPage' : null;
}
