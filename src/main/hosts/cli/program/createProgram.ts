import { Command, Option } from 'commander';
import { version } from '../../../installation.ts';
import { speedFactor } from '../input/numberOption.ts';
import { commandsNamed } from './commandGroups.ts';
import type { ExitStatus } from './exitStatus.ts';
import { createRunCommand } from './runCommand.ts';
import type { World } from './world.ts';

/**
 * The command line's grammar, as far as it is needed for these words: the options of all commands, and the commands of the capability
 * that the words name; all of them where they name none, for help and for suggestions.
 * @throws CommanderError when an option of all commands is wrong, and when the version was asked for and printed
 */
export async function createProgram(
  words: readonly string[],
  world: World,
  finish: (status: ExitStatus) => void,
): Promise<Command> {
  const program = new Command('reseal')
    .description('Brings devices into Windows Autopilot, pre-provisions and reseals them.')
    .version(version, '--version')
    .helpOption('--help', 'explain the command')
    .option('--json', 'print one JSON document instead of text')
    .option('--data-dir <folder>', 'the folder of the queue (also: RESEAL_DATA_DIR)')
    .option('--lane, --tenant <name>', 'the customer or tenant to work in; “practice” is the built-in one')
    .addOption(
      new Option('--speed <factor>', 'how much faster the practice tenant’s clock runs').argParser(speedFactor),
    )
    .option('--no-encryption', 'make a queue that is not encrypted; every later start keeps to it')
    .option('--begin-anew', 'make an empty queue where the data folder has lost its own')
    .option('--verbose', 'say where in the program an error arose')
    .configureHelp({ showGlobalOptions: true })
    .allowExcessArguments(false)
    .helpCommand(false)
    .showHelpAfterError('Put --help behind the command to see how it is written.')
    .configureOutput({ writeOut: (text) => void world.terminal.print(text), writeErr: world.terminal.say })
    .exitOverride();
  const [named] = program.parseOptions([...words]).operands;
  const parts = { world, finish, run: createRunCommand(world, finish) };
  for (const add of await commandsNamed(named)) add(program, parts);
  return program;
}
