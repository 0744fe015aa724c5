import type { Command } from 'commander';
import type { ListedProfile, ReadProfiles } from '../../../../shared/api/contract/profiles.ts';
import { isNote, profileFindingWords } from '../../../../shared/profiles/profileFinding.ts';
import { joinWords, modeWords, preProvisioningWords, profileFacts } from '../../../../shared/profiles/profileWords.ts';
import { asOf } from '../output/asOf.ts';
import { readOrKept } from '../output/readOrKept.ts';
import { factList, table } from '../output/table.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

/** `profiles`: the deployment profiles of the tenant. */
export function addProfilesCommand(program: Command, run: RunCommand): void {
  program
    .command('profiles')
    .description('read the deployment profiles of the tenant: settings, who wins, what to look at; changes nothing')
    .argument('[name]', 'one profile with all its settings')
    .option('--kept', 'show what was read last, and ask nobody')
    .action((name: string | undefined, { kept = false }: { readonly kept?: boolean }, command: Command) =>
      run(command, (session) => showProfiles(session, name ?? null, kept)),
    );
}

async function showProfiles(run: Run, name: string | null, wantsKept: boolean): Promise<ExitStatus> {
  const { id: tenantId } = await tenantOf(run);
  const kept = () => run.call('profiles.list', { tenantId });
  const { found, isFresh } = wantsKept
    ? { found: await kept(), isFresh: true }
    : await readOrKept(run, () => run.call('profiles.read', { tenantId }), kept);
  const shown = name === null ? found.profiles : found.profiles.filter(({ profile }) => profile.name === name);
  if (name !== null && shown.length === 0) throw usageError(noSuchProfile(name, found));
  const { readAt, isWhole } = found;
  await run.print({ readAt, isWhole, profiles: shown.map(profileDocument) }, () =>
    [
      asOf(found, 'profiles', run.formatter),
      ...(name === null ? overview(shown, run) : shown.map((one) => details(one, run))),
    ].join('\n\n'),
  );
  const isClear = shown.every(({ findings }) => findings.every(isNote));
  return isFresh && isWhole && isClear ? exitStatus.done : exitStatus.attention;
}

/** A profile as `--json` prints it: its place in the conflict order, and the words of its findings beside their facts. */
const profileDocument = ({ profile, findings, ...counts }: ListedProfile) => ({
  ...profile,
  ...counts,
  findings: findings.map((finding) => ({
    ...finding,
    isNote: isNote(finding),
    sentence: profileFindingWords(finding),
  })),
});

function overview(profiles: readonly ListedProfile[], { formatter: { number } }: Run): readonly string[] {
  if (profiles.length === 0) return [];
  const rows = profiles.map(({ profile, have, expect }) => [
    profile.name,
    modeWords(profile),
    joinWords(profile),
    preProvisioningWords(profile),
    number(have),
    number(expect),
  ]);
  const lines = profiles.flatMap(({ profile, findings }) =>
    findings.map((finding) => `${profile.name}: ${profileFindingWords(finding)}`),
  );
  return [
    table(['profile', 'mode', 'joins', 'pre-provisioning', 'have it', 'expect it'], rows),
    'Where several reach a device by groups, the oldest wins; they stand in that order. A default one wins only where no other does.',
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ];
}

function details({ profile, have, expect, findings }: ListedProfile, { formatter }: Run): string {
  const facts = profileFacts(profile, formatter.longInstant).map(({ label, value }) => [label, value] as const);
  return [
    profile.name,
    factList([
      ...facts,
      ['Devices that have it', formatter.number(have)],
      ['Devices that expect it', formatter.number(expect)],
    ]),
    ...findings.map(profileFindingWords),
  ].join('\n');
}

function noSuchProfile(name: string, { profiles }: ReadProfiles): string {
  const known = profiles.map(({ profile }) => `“${profile.name}”`).join(', ');
  return `There is no profile “${name}”. ${known === '' ? 'None is known.' : `Choose one of ${known}.`}`;
}
