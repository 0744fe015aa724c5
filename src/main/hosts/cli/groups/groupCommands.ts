import type { Command } from 'commander';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import { groupNames, nearMissWords } from '../../../../shared/groups/groupWords.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { readInput } from '../input/readInput.ts';
import { textOfBytes } from '../input/textOfBytes.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

/** `groups`: rules of dynamic groups, for the queue of a tenant. */
export function addGroupCommands(program: Command, run: RunCommand): void {
  const groups = program.command('groups').description('rules of dynamic groups for Autopilot devices');
  groups
    .command('rules')
    .description('the rules for all devices, each group tag and each purchase order of the queue, to copy')
    .action((_: unknown, command: Command) => run(command, listRules));
  groups
    .command('check')
    .description('say which devices of the queue a rule takes, and which it nearly takes')
    .argument('<rule>', 'the rule; @file reads it from a file')
    .action((rule: string, _: unknown, command: Command) => run(command, (session) => checkRule(session, rule)));
  groups
    .command('of')
    .description('read the groups that devices are in from Entra, and keep them')
    .argument('<serial...>', 'the serial numbers')
    .action((serials: readonly string[], _: unknown, command: Command) =>
      run(command, (session) => readGroups(session, serials)),
    );
}

async function readGroups(run: Run, serials: readonly string[]): Promise<ExitStatus> {
  const deviceIds: string[] = [];
  for (const serial of serials) deviceIds.push((await deviceOf(run, serial)).id);
  const read = await run.call('groups.readMembership', { deviceIds });
  await run.print(read, () =>
    [
      ...read.devices.map(({ serialNumber, groups }) => `${serialNumber}: ${groupNames(groups)}.`),
      ...read.unread.map(({ serialNumber, sentence }) => `${serialNumber}: ${sentence}`),
    ].join('\n'),
  );
  return read.unread.length === 0 ? exitStatus.done : exitStatus.attention;
}

async function listRules(run: Run): Promise<ExitStatus> {
  const { rules } = await run.call('groups.rules', { tenantId: (await tenantOf(run)).id });
  await run.print({ rules }, () =>
    table(
      ['devices', 'rule'],
      rules.map(({ devices, rule }) => [run.formatter.number(devices), rule]),
    ),
  );
  return exitStatus.done;
}

async function checkRule(run: Run, given: string): Promise<ExitStatus> {
  const rule = given.startsWith('@') ? textOfBytes(await readInput(run, given.slice(1))).trim() : given;
  const checked = await run.call('groups.check', { tenantId: (await tenantOf(run)).id, rule });
  await run.print(checked, () => checkedText(checked, run));
  const isClear = checked.nearlyEqual.length === 0 && checked.neverMatching.length === 0 && checked.notJudged === 0;
  return isClear ? exitStatus.done : exitStatus.attention;
}

function checkedText(checked: OutputOf<'groups.check'>, { formatter: { number } }: Run): string {
  const { matching, nearlyEqual, others, notJudged, neverMatching, strangeConditions } = checked;
  return [
    `${number(matching.length)} fall under it, ${number(nearlyEqual.length)} nearly, ${number(others)} do not, ${number(notJudged)} cannot be judged here.`,
    ...matching.map(
      ({ serialNumber, isRegistered }) => `${serialNumber}${isRegistered ? '' : ' (once it is registered)'}`,
    ),
    ...nearlyEqual.map(
      ({ serialNumber, groupTag, differsIn }) =>
        `${serialNumber}: nearly. A value (group tag “${groupTag ?? ''}”) differs in ${nearMissWords[differsIn]}; write both alike.`,
    ),
    ...neverMatching.map((value) => `No device of the queue has “${value}”.`),
    ...strangeConditions.map((text) => `It cannot be judged here: ${text}`),
  ].join('\n');
}
