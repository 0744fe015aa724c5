import type { ListedPolicy, ReadPolicies } from '../../../../shared/api/contract/preparation.ts';
import { preparationFindingWords } from '../../../../shared/preparation/preparationFinding.ts';
import { deviceGroupWords, kindWords, preparationFacts } from '../../../../shared/preparation/preparationWords.ts';
import { asOf } from '../output/asOf.ts';
import { readOrKept } from '../output/readOrKept.ts';
import { factList, table } from '../output/table.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

/** Shows the policies of device preparation with what is wrong with each, or one with all its settings. */
export async function showPolicies(run: Run, name: string | null, wantsKept: boolean): Promise<ExitStatus> {
  const { id: tenantId } = await tenantOf(run);
  const kept = (): Promise<ReadPolicies> => run.call('preparation.list', { tenantId });
  const { found, isFresh } = wantsKept
    ? { found: await kept(), isFresh: true }
    : await readOrKept(run, () => run.call('preparation.read', { tenantId }), kept);
  const { readAt, isWhole, policies } = found;
  const shown = name === null ? policies : policies.filter(({ policy }) => policy.name === name);
  if (name !== null && shown.length === 0) throw usageError(noSuchPolicy(name, found));
  await run.print({ readAt, isWhole, policies: shown.map(policyDocument) }, () =>
    [
      asOf(found, 'policies', run.formatter),
      ...(name === null ? overview(shown) : shown.map((one) => details(run, one))),
    ].join('\n\n'),
  );
  const isClear = shown.every(({ findings }) => findings.length === 0);
  return isFresh && isWhole && isClear ? exitStatus.done : exitStatus.attention;
}

/** A policy as `--json` prints it: the words of its findings beside their facts. */
const policyDocument = ({ policy, findings }: ListedPolicy) => ({
  ...policy,
  findings: findings.map((finding) => ({ ...finding, sentence: preparationFindingWords(finding) })),
});

function overview(policies: readonly ListedPolicy[]): readonly string[] {
  if (policies.length === 0) return [];
  const rows = policies.map(({ policy, findings }) => [
    policy.name,
    kindWords(policy),
    policy.priority,
    deviceGroupWords(policy),
    findings.length === 0 ? 'nothing found' : findings.length,
  ]);
  const lines = policies.flatMap(({ policy, findings }) =>
    findings.map((finding) => `${policy.name}: ${preparationFindingWords(finding)}`),
  );
  return [
    table(['policy', 'begun', 'priority', 'device group', 'findings'], rows),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ];
}

function details({ formatter }: Run, { policy, findings }: ListedPolicy): string {
  const facts = preparationFacts(policy, formatter.longInstant).map(({ label, value }) => [label, value] as const);
  return [policy.name, factList(facts), ...findings.map(preparationFindingWords)].join('\n');
}

function noSuchPolicy(name: string, { policies }: ReadPolicies): string {
  const known = policies.map(({ policy }) => `“${policy.name}”`).join(', ');
  return `There is no policy “${name}”. ${known === '' ? 'None is known.' : `Choose one of ${known}.`}`;
}
