import { z } from 'zod';
import { actor, sentence } from '../knowledge/entry.ts';
import { chosenJoinType, chosenScenario } from '../scenarios/scenarioName.ts';

/** What somebody who knows the tenant is asked. A yes is good; each question is put so. */
export const tenantQuestion = z
  .object({
    /** Stable: people and files may refer to it. */
    id: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
    asks: z.string().endsWith('?'),
    /** What fails after a no. */
    without: sentence,
    /** `hard`: nothing goes on after a no; `soft`: something is worse. */
    grade: z.enum(['hard', 'soft']),
    who: z.array(actor).min(1),
    scenarios: z.array(chosenScenario).min(1),
    /** Only where devices join this way. */
    join: chosenJoinType.optional(),
    /** Keys of the cited pages. */
    sources: z.array(z.string()).min(1),
    reviewed: z.iso.date(),
  })
  .strict();
export type TenantQuestion = z.infer<typeof tenantQuestion>;

export const tenantAnswer = z.enum(['yes', 'no', 'notKnown']);
export type TenantAnswer = z.infer<typeof tenantAnswer>;

/** What to look at: left out, for all scenarios and both ways to join. */
export const tenantChoice = z.object({ scenario: chosenScenario.optional(), join: chosenJoinType.optional() });
export type TenantChoice = z.infer<typeof tenantChoice>;

/** The questions that a choice needs. */
export const questionsFor = (questions: readonly TenantQuestion[], choice: TenantChoice): readonly TenantQuestion[] =>
  questions.filter(
    ({ scenarios, join }) =>
      (choice.scenario === undefined || scenarios.includes(choice.scenario)) &&
      (join === undefined || choice.join === undefined || join === choice.join),
  );
