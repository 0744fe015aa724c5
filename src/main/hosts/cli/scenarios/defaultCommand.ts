import { Argument, type Command } from 'commander';
import { chosenScenario, type ChosenScenario } from '../../../../shared/scenarios/scenarioName.ts';
import { choiceWords } from '../../../../shared/scenarios/scenarioWords.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { joinTypeOf } from './joinOption.ts';

/** The word for having no default, neither of scenario nor of join type. */
const NONE = 'none';

/** `scenario default`: what a tenant's devices are for where nothing else tells. */
export function addDefaultCommand(scenario: Command, run: RunCommand): void {
  scenario
    .command('default')
    .description('say what the tenant’s devices are for where nothing else tells')
    .addArgument(
      new Argument('[scenario]', `the scenario, or “${NONE}”; without it, the present one is told`).choices([
        ...chosenScenario.options,
        NONE,
      ]),
    )
    .action((name: ChosenScenario | typeof NONE | undefined, _options: unknown, command: Command) =>
      run(command, async (session) => {
        const { id: tenantId, name: tenant } = await tenantOf(session);
        const join = joinTypeOf(command);
        let { default: choice } = await session.call('scenarios.rules', { tenantId });
        if (name !== undefined || join !== null) {
          const before = name === NONE ? { scenario: null, joinType: null } : choice;
          choice = await session.call('scenarios.setDefault', {
            tenantId,
            scenario: name === undefined || name === NONE ? before.scenario : name,
            joinType: join ?? before.joinType,
          });
        }
        await session.print(choice, () => `The default of ${tenant}: ${choiceWords(choice) ?? 'none'}.`);
        return exitStatus.done;
      }),
    );
}
