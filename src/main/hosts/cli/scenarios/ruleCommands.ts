import { Option, type Command } from 'commander';
import type { JudgedRule } from '../../../../shared/api/contract/scenarios.ts';
import { chosenScenario, type ChosenScenario } from '../../../../shared/scenarios/scenarioName.ts';
import {
  choiceWords,
  joinTypeTitles,
  ruleSentence,
  ruleWarningSentence,
  scenarioTitles,
} from '../../../../shared/scenarios/scenarioWords.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { table } from '../output/table.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { joinTypeOf } from './joinOption.ts';

interface RuleOptions {
  readonly profile?: string;
  readonly scenario?: ChosenScenario;
}

/** `scenario rules`: what devices with a group tag are for. */
export function addRuleCommands(scenario: Command, run: RunCommand): void {
  const rules = scenario.command('rules').description('say what the devices with a group tag are for');
  rules
    .command('list', { isDefault: true })
    .description('the rules of the tenant, and its default')
    .action((_options: unknown, command: Command) =>
      run(command, async (session) => {
        const tenant = await tenantOf(session);
        const { rules: found, default: byDefault } = await session.call('scenarios.rules', { tenantId: tenant.id });
        await session.print({ rules: found.map(ruleDocument), default: byDefault }, () =>
          [
            found.length === 0
              ? `${tenant.name} has no rule. Make one: reseal scenario rules set TAG --scenario NAME`
              : ruleTable(found, session.formatter),
            `Devices of which nothing else tells: ${choiceWords(byDefault) ?? 'not known yet'}.`,
            ...found.flatMap(warningLines),
          ].join('\n'),
        );
        return exitStatus.done;
      }),
    );
  rules
    .command('set')
    .description('make or replace the rule of a group tag; it counts at once, and for devices that come later')
    .argument('<tag>', 'the group tag, letter by letter')
    .option('--profile <name>', 'the profile that its devices are expected to get')
    .addOption(new Option('--scenario <name>', 'how its devices are deployed').choices(chosenScenario.options))
    .action((groupTag: string, { profile, scenario: name }: RuleOptions, command: Command) =>
      run(command, async (session) => {
        const { id: tenantId } = await tenantOf(session);
        const choice = { profileName: profile ?? null, scenario: name ?? null, joinType: joinTypeOf(command) };
        const rule = await session.call('scenarios.setRule', { tenantId, groupTag, ...choice });
        await session.print(ruleDocument(rule), () =>
          [ruleSentence(rule), haveTag(rule.devices, session.formatter), ...warningLines(rule)].join('\n'),
        );
        return exitStatus.done;
      }),
    );
  rules
    .command('remove')
    .description('remove the rule of a group tag')
    .argument('<tag>', 'the group tag, letter by letter')
    .action((groupTag: string, _options: unknown, command: Command) =>
      run(command, async (session) => {
        const { id: tenantId } = await tenantOf(session);
        const { devices } = await session.call('scenarios.removeRule', { tenantId, groupTag });
        await session.print(
          { groupTag, devices },
          () => `The rule for group tag ${groupTag} is removed. ${haveTag(devices, session.formatter)}`,
        );
        return exitStatus.done;
      }),
    );
}

/** A rule as `--json` prints it: the words of its warnings beside their facts. */
const ruleDocument = (rule: JudgedRule) => ({
  ...rule,
  warnings: rule.warnings.map((warning) => ({ ...warning, sentence: ruleWarningSentence(warning) })),
});

const ruleTable = (rules: readonly JudgedRule[], { number }: Formatter): string =>
  table(
    ['group tag', 'devices', 'expected profile', 'scenario', 'join type'],
    rules.map(({ groupTag, devices, profile, scenario, joinType }) => [
      groupTag,
      number(devices),
      profile,
      scenario && scenarioTitles[scenario],
      joinType && joinTypeTitles[joinType],
    ]),
  );

const haveTag = (devices: number, formatter: Formatter): string =>
  `${formatter.count(devices, 'device of the queue has', 'devices of the queue have')} this tag.`;

const warningLines = (rule: JudgedRule): readonly string[] =>
  rule.warnings.map((warning) => `${rule.groupTag}: ${ruleWarningSentence(warning)}`);
