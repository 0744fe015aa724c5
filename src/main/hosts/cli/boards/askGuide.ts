import {
  followGuide,
  isAnswer,
  stepsOf,
  type BoardGuide,
  type BoardQuestion,
  type RepairCase,
} from '../../../../shared/boards/boardGuide.ts';
import { repairVerdictTitles } from '../../../../shared/boards/boardWords.ts';
import { factList, table } from '../output/table.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** `board cases`: every case with its verdict. */
export async function listCases(run: Run): Promise<ExitStatus> {
  const guide = await run.call('boards.guide', {});
  await run.print({ source: guide.source, cases: guide.cases.map((found) => caseDocument(guide, found)) }, () =>
    [
      table(
        ['case', 'verdict'],
        guide.cases.map(({ title, verdict }) => [title, repairVerdictTitles[verdict]]),
      ),
      '',
      `Source: ${guide.source}`,
    ].join('\n'),
  );
  return exitStatus.done;
}

/** `board ask`: the next question, or the case that the answers lead to. */
export async function askGuide(run: Run, words: readonly string[]): Promise<ExitStatus> {
  const guide = await run.call('boards.guide', {});
  const state = followGuide(guide, answersIn(guide, words));
  if (state.kind === 'question') {
    await run.print({ question: state.question, case: null }, () => questionText(state.question, words));
    return exitStatus.done;
  }
  await run.print({ question: null, case: caseDocument(guide, state.found) }, () => caseText(guide, state.found));
  return state.found.verdict === 'supported' ? exitStatus.done : exitStatus.attention;
}

function answersIn(guide: BoardGuide, words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const [name = '', value = ''] = word.split('=', 2);
      if (isAnswer(guide, name, value)) return [name, value];
      const question = guide.questions.find(({ id }) => id === name);
      throw usageError(
        question === undefined
          ? `There is no question “${name}”. Run “reseal board ask” to see the first one.`
          : `“${value}” is no answer to “${question.text}” Say one of ${question.answers.map(({ id }) => id).join(', ')}.`,
      );
    }),
  );
}

const caseDocument = (guide: BoardGuide, found: RepairCase) => ({
  id: found.id,
  row: found.row,
  title: found.title,
  verdict: found.verdict,
  caution: found.caution ?? null,
  steps: stepsOf(guide, found),
});

function questionText({ id, text, hint, answers }: BoardQuestion, words: readonly string[]): string {
  return [
    text,
    ...(hint === undefined ? [] : [hint]),
    '',
    factList(answers.map((answer) => [`${id}=${answer.id}`, answer.text])),
    '',
    `Go on with: reseal board ask ${[...words, `${id}=…`].join(' ')}`,
  ].join('\n');
}

function caseText(guide: BoardGuide, found: RepairCase): string {
  return [
    `${found.title}: ${repairVerdictTitles[found.verdict]}`,
    ...(found.caution === undefined ? [] : [found.caution]),
    '',
    ...stepsOf(guide, found).map(
      ({ title, hint }, index) => `${index + 1}. ${title}${hint === undefined ? '' : `. ${hint}`}`,
    ),
    '',
    `Source: ${guide.source}`,
  ].join('\n');
}
