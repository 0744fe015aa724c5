import { Command, Option } from 'commander';
import { version } from '../../../installation.ts';
import { addBenchCommands } from '../bench/benchCommands.ts';
import { addDemoCommand } from '../demo/demoCommand.ts';
import { addServeCommand } from './serveCommand.ts';
import { addJobCommands } from '../jobs/jobCommands.ts';
import { addMicrosoftCommands } from '../assignment/microsoftCommands.ts';
import { addPracticeCommands } from '../practice/practiceCommands.ts';
import { addInspectCommands } from '../intake/inspectCommands.ts';
import { addQueueCommands } from '../devices/queueCommands.ts';
import { addTenantCommands } from '../tenants/tenantCommands.ts';
import type { ExitStatus } from './exitStatus.ts';
import { speedFactor } from '../input/numberOption.ts';
import { createRunCommand } from './runCommand.ts';
import type { World } from './world.ts';

/** The command line's grammar; what a command does stands in `commands/`. */
export function createProgram(world: World, finish: (status: ExitStatus) => void): Command {
  const run = createRunCommand(world, finish);
  const program = new Command('reseal')
    .description('Brings devices into Windows Autopilot, pre-provisions and reseals them.')
    .version(version, '--version')
    .helpOption('--help', 'explain the command')
    .option('--json', 'print one JSON document instead of text')
    .option('--data-dir <folder>', 'the folder of the queue (also: RESEAL_DATA_DIR)')
    .option('--tenant <name>', 'the tenant to work in; “practice” is the built-in one')
    .addOption(
      new Option('--speed <factor>', 'how much faster the practice tenant’s clock runs').argParser(speedFactor),
    )
    .option('--verbose', 'say where in the program an error arose')
    .configureHelp({ showGlobalOptions: true })
    .allowExcessArguments(false)
    .helpCommand(false)
    .configureOutput({ writeOut: (text) => void world.terminal.print(text), writeErr: world.terminal.say })
    .exitOverride();
  addInspectCommands(program, run);
  addQueueCommands(program, run);
  addMicrosoftCommands(program, run);
  addJobCommands(program, run);
  addTenantCommands(program, run);
  addBenchCommands(program, run);
  addServeCommand(program, world);
  addPracticeCommands(program, world);
  addDemoCommand(program, world, finish);
  return program;
}
