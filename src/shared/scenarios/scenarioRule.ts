import { z } from 'zod';
import { chosenJoinType, chosenScenario } from './scenarioName.ts';

/** What is said of many devices at once; null leaves it to what is weaker. */
export const scenarioChoice = z.object({
  scenario: chosenScenario.nullable(),
  joinType: chosenJoinType.nullable(),
});
export type ScenarioChoice = z.infer<typeof scenarioChoice>;

/** What a tenant's devices of one group tag are for. The tag is compared as Microsoft's group rules do: letter by letter. */
export const scenarioRule = scenarioChoice.extend({
  groupTag: z.string(),
  /** The name of the profile that they are expected to get. */
  profile: z.string().nullable(),
});
export type ScenarioRule = z.infer<typeof scenarioRule>;
