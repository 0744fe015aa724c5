import { z } from 'zod';
import { chosenScenario, joinType } from '../../scenarios/scenarioName.ts';
import { command, type HandlersOf } from '../procedure.ts';

export const scenarioProcedures = {
  /** Says how devices are to be deployed. A null scenario: the assigned profile tells again. Microsoft is not told. */
  'scenarios.choose': command(
    z.object({
      deviceIds: z.array(z.uuid()).min(1),
      scenario: chosenScenario.nullable(),
      joinType: joinType.exclude(['unknown']).optional(),
      /** Whether it is one for a whole batch, which the assigned profile outranks. */
      isForBatch: z.boolean().default(false),
    }),
    z.object({ changed: z.number().int() }),
  ),
};

export type ScenarioHandlers = HandlersOf<typeof scenarioProcedures>;
