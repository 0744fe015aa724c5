import { Argument, type Command } from 'commander';
import { chosenScenario, type ChosenJoinType, type ChosenScenario } from '../../../../shared/scenarios/scenarioName.ts';
import { scenarioSentence } from '../../../../shared/scenarios/scenarioWords.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { deviceDocument } from '../devices/deviceDocument.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { addDefaultCommand } from './defaultCommand.ts';
import { joinOption } from './joinOption.ts';
import { addRuleCommands } from './ruleCommands.ts';

/** The word for taking a choice back: the assigned profile tells again. */
const BY_PROFILE = 'by-profile';
type Choice = ChosenScenario | typeof BY_PROFILE;

/** `scenario`: how a device is to be deployed; with `rules` and `default`, how many are at once. */
export function addScenarioCommand(program: Command, run: RunCommand): void {
  const scenario = program
    .command('scenario')
    .description('say how a device is to be deployed')
    .argument('<serial>', 'the serial number')
    .addArgument(
      new Argument('[scenario]', 'the scenario; without it, the present one is told').choices([
        ...chosenScenario.options,
        BY_PROFILE,
      ]),
    )
    .addOption(joinOption())
    .action((serial: string, choice: Choice | undefined, { join }: { join?: ChosenJoinType }, command: Command) =>
      run(command, async (session) => {
        const { id, scenario: present } = await deviceOf(session, serial);
        if (choice !== undefined || join !== undefined) {
          const chosen = present.source === 'person' && present.name !== 'unknown' ? present.name : null;
          await session.call('scenarios.choose', {
            deviceIds: [id],
            scenario: choice === undefined ? chosen : choice === BY_PROFILE ? null : choice,
            ...(join === undefined ? {} : { joinType: join }),
          });
        }
        const { device } = await session.call('devices.get', { id });
        await session.print(
          deviceDocument(device),
          () => `${deviceTitle(device)}: ${scenarioSentence(device.scenario)}.`,
        );
        return exitStatus.done;
      }),
    );
  addRuleCommands(scenario, run);
  addDefaultCommand(scenario, run);
}
