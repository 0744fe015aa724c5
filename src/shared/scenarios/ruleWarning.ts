import { z } from 'zod';
import { isNearGroupTag } from '../assignment/groupTag.ts';
import { scenarioName } from './scenarioName.ts';
import type { ScenarioRule } from './scenarioRule.ts';
import { oneOf } from '../oneOf.ts';

/** What makes a rule miss devices that a person may mean, or say what cannot be. */
export const ruleWarning = oneOf('code', () => [
  /** Devices of the queue, or other rules, have tags that differ in case or blanks only. */
  z.object({ code: z.literal('nearTags'), groupTags: z.array(z.string()) }),
  /** Windows joins Entra alone in this scenario. */
  z.object({ code: z.literal('entraOnly'), scenario: scenarioName }),
]);
export type RuleWarning = z.infer<typeof ruleWarning>;

/** Joins to Entra only. Source: self-deploying mode, requirements; device preparation, requirements. */
const ENTRA_ONLY: ReadonlySet<ScenarioRule['scenario']> = new Set(['selfDeploying', 'devicePreparation']);

/** @param groupTags those that devices of the tenant have, and those of its other rules */
export function warningsOf({ groupTag, scenario, joinType }: ScenarioRule, groupTags: Iterable<string>): RuleWarning[] {
  const near = [...new Set(groupTags)].filter((other) => isNearGroupTag(groupTag, other));
  return [
    ...(near.length === 0 ? [] : [{ code: 'nearTags', groupTags: near } as const]),
    ...(scenario !== null && joinType === 'hybrid' && ENTRA_ONLY.has(scenario)
      ? [{ code: 'entraOnly', scenario } as const]
      : []),
  ];
}
