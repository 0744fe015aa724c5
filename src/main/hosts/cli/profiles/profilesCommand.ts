import type { Command } from 'commander';
import type { ListedProfile, ReadProfiles } from '../../../../shared/api/contract/profiles.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { AppError } from '../../../../shared/outcome/appError.ts';
import { isNote, profileFindingWords } from '../../../../shared/profiles/profileFinding.ts';
import { joinWords, modeWords, preProvisioningWords, profileFacts } from '../../../../shared/profiles/profileWords.ts';
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
  const { read, isFresh } = wantsKept
    ? { read: await run.call('profiles.list', { tenantId }), isFresh: true }
    : await readOrKept(run, tenantId);
  const shown = name === null ? read.profiles : read.profiles.filter(({ profile }) => profile.name === name);
  if (name !== null && shown.length === 0) throw usageError(noSuchProfile(name, read));
  const { readAt, isWhole } = read;
  await run.print({ readAt, isWhole, profiles: shown.map(profileDocument) }, () =>
    [asOf(read, run.formatter), ...(name === null ? overview(shown, run) : shown.map((one) => details(one, run)))].join(
      '\n\n',
    ),
  );
  const isClear = shown.every(({ findings }) => findings.every(isNote));
  return isFresh && isWhole && isClear ? exitStatus.done : exitStatus.attention;
}

/** What was read before has to do where the tenant cannot be read now. */
async function readOrKept(run: Run, tenantId: string): Promise<{ read: ReadProfiles; isFresh: boolean }> {
  try {
    return { read: await run.call('profiles.read', { tenantId }), isFresh: true };
  } catch (error) {
    const read = await run.call('profiles.list', { tenantId });
    if (!(error instanceof AppError) || read.readAt === null) throw error;
    run.say(`${error.message} What was read before is shown.`);
    return { read, isFresh: false };
  }
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

function asOf({ readAt, isWhole }: ReadProfiles, { longInstant }: Formatter): string {
  if (readAt === null) return 'The profiles of this tenant were never read.';
  return `As of ${longInstant(readAt)}.${isWhole ? '' : ' Microsoft’s list ended early; profiles may be missing.'}`;
}

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
