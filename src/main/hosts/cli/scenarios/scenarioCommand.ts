import { Argument, Option, type Command } from 'commander';
import { joinType, type ChosenScenario, chosenScenario } from '../../../../shared/scenarios/scenarioName.ts';
import { scenarioSentence } from '../../../../shared/scenarios/scenarioWords.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { deviceDocument } from '../devices/deviceDocument.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { RunCommand } from '../program/runCommand.ts';

/** The word for taking a choice back: the assigned profile tells again. */
const BY_PROFILE = 'by-profile';
type Choice = ChosenScenario | typeof BY_PROFILE;

/** `scenario`: how a device is to be deployed. */
export function addScenarioCommand(program: Command, run: RunCommand): void {
  program
    .command('scenario')
    .description('say how a device is to be deployed')
    .argument('<serial>', 'the serial number')
    .addArgument(
      new Argument('[scenario]', 'the scenario; without it, the present one is told').choices([
        ...chosenScenario.options,
        BY_PROFILE,
      ]),
    )
    .addOption(new Option('--join <type>', 'which directory it joins').choices(joinType.exclude(['unknown']).options))
    .action((serial: string, choice: Choice | undefined, { join }: { join?: 'entra' | 'hybrid' }, command: Command) =>
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
}
