import { Argument, type Command } from 'commander';
import { globalOptionsOf } from '../input/globalOptions.ts';
import type { CommandParts } from '../program/commandParts.ts';
import { exitStatus } from '../program/exitStatus.ts';
import { printing } from '../program/runCommand.ts';
import { completionScript, shells, type Shell } from './completionScript.ts';
import { completionTable } from './completionTable.ts';

/** `completion`: it opens no queue. The script is of all commands, which are loaded when it is made. */
export function addCompletionCommand(
  program: Command,
  { finish, world }: CommandParts,
  addOtherCommands: () => Promise<void>,
): void {
  program
    .command('completion')
    .description('print the script by which a shell completes commands, options and their choices')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .action(async (shell: Shell, _options: unknown, command: Command) => {
      await addOtherCommands();
      const script = completionScript(shell, completionTable(program));
      await printing(world, globalOptionsOf(command)).print({ shell, script }, () => script.trimEnd());
      finish(exitStatus.done);
    });
}
