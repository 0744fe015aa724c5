import { Option } from 'commander';
import { verdictWords } from '../../../../shared/preflight/sayFinding.ts';
import { tenantAnswer, type TenantAnswer, type TenantChoice } from '../../../../shared/preflight/tenantQuestion.ts';
import { scenarioTitles } from '../../../../shared/scenarios/scenarioWords.ts';
import { factList } from '../output/table.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { findingDocument, findingText } from './findingText.ts';

interface Answered {
  readonly question: string;
  readonly answer: TenantAnswer;
}

export interface TenantOptions extends TenantChoice {
  readonly kept?: boolean;
  readonly answer?: readonly Answered[];
}

/** `--answer enrollment.one=yes`, as often as there are answers. */
export const answerOption = (): Option =>
  new Option(
    '--answer <question=answer>',
    `what somebody who knows the tenant says: ${tenantAnswer.options.join(', ')}`,
  ).argParser((text: string, before: readonly Answered[] | undefined) => [...(before ?? []), readAnswer(text)]);

function readAnswer(text: string): Answered {
  const [question = '', word] = text.split('=');
  const answer = tenantAnswer.safeParse(word);
  if (question === '' || !answer.success) {
    throw usageError(
      `“${text}” is no answer. Write the id of a question and ${tenantAnswer.options.join(', ')}, such as enrollment.one=yes.`,
    );
  }
  return { question, answer: answer.data };
}

/** `preflight tenant`: reads what can be read, takes answers for the rest, and tells what does not work. */
export async function checkTenant(run: Run, options: TenantOptions): Promise<ExitStatus> {
  const { scenario, join, kept = false, answer: answers = [] } = options;
  const { id: tenantId } = await tenantOf(run);
  const unread = kept ? [] : (await run.call('preflight.readTenant', { tenantId })).unread;
  for (const { message } of unread) run.say(message);
  const input = { tenantId, answers: [...answers], ...(scenario && { scenario }), ...(join && { join }) };
  const { questions, findings, verdicts } = await run.call('preflight.tenant', input);
  const strange = answers.find(({ question }) => !questions.some(({ id }) => id === question));
  if (strange !== undefined) {
    throw usageError(
      `There is no question “${strange.question}” here. Choose one of ${questions.map(({ id }) => id).join(', ')}.`,
    );
  }
  await run.print({ unread, verdicts, questions, findings: findings.map(findingDocument) }, () =>
    [
      factList(verdicts.map((one) => [scenarioTitles[one.scenario], verdictWords[one.verdict]])),
      ...findings.map((judged) =>
        judged.finding.code === 'tenant.asked'
          ? `${findingText(judged)}\n   Answer: --answer ${judged.finding.question}=yes`
          : findingText(judged),
      ),
    ].join('\n'),
  );
  const isClear = findings.every(({ level }) => level !== 'stops' && level !== 'look');
  return isClear && unread.length === 0 ? exitStatus.done : exitStatus.attention;
}
