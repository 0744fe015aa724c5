import { z } from 'zod';
import { evidenceCode } from '../checklists/evidence.ts';

const answer = z.object({ id: z.string(), text: z.string() }).strict();
const question = z
  .object({ id: z.string(), text: z.string(), hint: z.string().optional(), answers: z.array(answer).min(2) })
  .strict();
export type BoardQuestion = z.infer<typeof question>;

const step = z
  .object({
    /** Its id on a checklist, never given to another step. */
    code: z.string().regex(/^R\d+$/),
    title: z.string(),
    hint: z.string().optional(),
    who: z.enum(['technician', 'administrator', 'user']),
    doneWhen: z.string(),
    /** The fact of the device that ticks it. */
    evidence: evidenceCode.optional(),
    /** Whether nothing after it may be ticked before it. */
    isGate: z.boolean().default(false),
  })
  .strict();

/** Whether a repaired device can be in Autopilot again; `conditional`: its `caution` says on what it depends. */
export const repairVerdict = z.enum(['supported', 'conditional', 'untested', 'notSupported']);
export type RepairVerdict = z.infer<typeof repairVerdict>;

/** The answers that have been given, by the ids of their questions. */
export const repairAnswers = z.record(z.string(), z.string());
export type RepairAnswers = z.infer<typeof repairAnswers>;

const repairCase = z
  .object({
    id: z.string(),
    /** Which of the nineteen cases of Microsoft's table it is; null for what stands beside the table. */
    row: z.number().int().min(1).max(19).nullable(),
    title: z.string(),
    /** It applies where all answers of one of these are given. */
    when: z.array(repairAnswers).min(1),
    verdict: repairVerdict,
    caution: z.string().optional(),
    steps: z.array(z.string()).min(1),
  })
  .strict();
export type RepairCase = z.infer<typeof repairCase>;

/**
 * The cases of a repair, the first that applies counts: what rules a repair out stands before what allows it. The questions are
 * those by which they are told apart.
 */
export const boardGuide = z
  .object({
    version: z.number().int(),
    source: z.string(),
    questions: z.array(question),
    steps: z.record(z.string(), step),
    cases: z.array(repairCase),
  })
  .strict();
export type BoardGuide = z.infer<typeof boardGuide>;

/**
 * The guide that a file holds.
 * @throws Error where it is not whole: a case names a step, a question or an answer that is not there
 */
export function readBoardGuide(file: unknown): BoardGuide {
  const guide = boardGuide.parse(file);
  for (const { id, steps, when } of guide.cases) {
    const strange = [
      ...steps.filter((name) => guide.steps[name] === undefined),
      ...when.flatMap((answers) => Object.entries(answers).filter(([name, value]) => !isAnswer(guide, name, value))),
    ];
    if (strange.length > 0) throw new Error(`The case ${id} names what the guide lacks: ${strange.join(', ')}.`);
  }
  return guide;
}

/** Whether the guide has this question with this answer. */
export function isAnswer({ questions }: BoardGuide, name: string, value: string): boolean {
  const asked = questions.find(({ id }) => id === name);
  return asked?.answers.some(({ id }) => id === value) ?? false;
}

/** What to ask next, or the case that the answers lead to. */
export type GuideState =
  | { readonly kind: 'question'; readonly question: BoardQuestion }
  | { readonly kind: 'case'; readonly found: RepairCase };

/** Goes through the cases in their order, and asks for the first answer on which the next of them depends. */
export function followGuide(guide: BoardGuide, answers: RepairAnswers): GuideState {
  for (const found of guide.cases) {
    for (const condition of found.when) {
      const open = Object.entries(condition).find(([name, value]) => answers[name] !== value);
      if (open === undefined) return { kind: 'case', found };
      const question = guide.questions.find(({ id }) => id === open[0]);
      if (answers[open[0]] === undefined && question !== undefined) return { kind: 'question', question };
    }
  }
  throw new Error('The guide has no case for these answers.');
}

/** The steps of a case in their order. */
export const stepsOf = ({ steps }: BoardGuide, { steps: names }: RepairCase) =>
  names.flatMap((name) => steps[name] ?? []);
