import type { GoGateCode } from '../bench/goGateCondition.ts';
import type { NextStepCode } from '../devices/nextStepCodes.ts';
import type { StatusName } from '../devices/status.ts';
import type { Stage } from '../devices/step.ts';
import type { JoinType, ScenarioName } from './scenarioName.ts';

/**
 * All that Reseal says of a device because of its scenario. To add one: its name in `scenarioName.ts`, its words in
 * `scenarioWords.ts`, one object like the others, listed in `scenarios.ts`; then `docs/scenarios.md` is made anew.
 */
export interface Scenario {
  readonly name: ScenarioName;
  /** What must be met before the bench starts, or before the device goes to its user. */
  readonly gate: readonly GoGateCode[];
  /** Asked in this order: the first that knows a step tells it. The last always does. */
  readonly steps: readonly Stage[];
  /** Statuses that have no meaning in it. */
  readonly lacks: readonly StatusName[];
  /** Whether the technician flow’s 90 minutes and six months count. */
  readonly hasUserFlowWindow: boolean;
  /** Whether the device goes to its user without a reseal. */
  readonly shipsUnsealed: boolean;
  /** The checklist of each join type; null where there is none. */
  readonly checklist: Readonly<Record<Exclude<JoinType, 'unknown'>, string | null>>;
  /** Whether Windows ignores an assigned user, and with which join types it ignores the name. */
  readonly ignoresUser: boolean;
  readonly ignoresNameWhen: readonly JoinType[];
  /** Advice that would break such a device. */
  readonly never: readonly NextStepCode[];
  /** When it is done, for people. */
  readonly end: string;
  /** The pages of Microsoft’s documentation that say so. */
  readonly sources: readonly string[];
}
