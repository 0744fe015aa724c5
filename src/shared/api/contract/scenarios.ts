import { z } from 'zod';
import { ruleWarning } from '../../scenarios/ruleWarning.ts';
import { chosenJoinType, chosenScenario } from '../../scenarios/scenarioName.ts';
import { scenarioChoice, scenarioRule } from '../../scenarios/scenarioRule.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** What may not be empty, and is kept as it is. */
const groupTag = z.string().min(1).max(512);
const counted = z.object({ devices: z.number().int() });

/** A rule with what is to be known of it: how many devices of the queue have its tag, and what may be wrong. */
const judgedRule = scenarioRule.extend({ devices: z.number().int(), warnings: z.array(ruleWarning) });
export type JudgedRule = z.infer<typeof judgedRule>;

export const scenarioProcedures = {
  /** Says how devices are to be deployed. A null scenario: the assigned profile tells again. Microsoft is not told. */
  'scenarios.choose': command(
    z.object({
      deviceIds: z.array(z.uuid()).min(1),
      scenario: chosenScenario.nullable(),
      joinType: chosenJoinType.optional(),
      /** Whether it is one for a whole batch, which the assigned profile and the rule of a group tag outrank. */
      isForBatch: z.boolean().default(false),
    }),
    z.object({ changed: z.number().int() }),
  ),
  /** What a tenant says of many devices at once, with what there is to choose from. */
  'scenarios.rules': query(
    z.object({ tenantId: z.uuid() }),
    z.object({
      rules: z.array(judgedRule),
      default: scenarioChoice,
      /** The group tags of the queue, with or without a rule, letter by letter. */
      groupTags: z.array(counted.extend({ groupTag: z.string() })),
      /** The names of profiles that devices of the queue have. */
      profiles: z.array(z.string()),
    }),
  ),
  /** Says what devices with a group tag are for, now and later; the rule that the tag has is replaced. */
  'scenarios.setRule': command(
    z.object({
      tenantId: z.uuid(),
      groupTag,
      profileName: z.string().trim().min(1).max(256).nullable(),
      scenario: chosenScenario.nullable(),
      joinType: chosenJoinType.nullable(),
    }),
    judgedRule,
  ),
  'scenarios.removeRule': command(z.object({ tenantId: z.uuid(), groupTag }), counted),
  /** Says what devices are for of which nothing else tells; null: nothing. */
  'scenarios.setDefault': command(scenarioChoice.extend({ tenantId: z.uuid() }), scenarioChoice),
};

export type ScenarioHandlers = HandlersOf<typeof scenarioProcedures>;
