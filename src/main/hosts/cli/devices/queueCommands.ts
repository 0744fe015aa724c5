import { type Command, Option } from 'commander';
import { deviceSort } from '../../../../shared/api/contract/devices.ts';
import { nextStepCode } from '../../../../shared/devices/nextStep.ts';
import { wholeNumber } from '../input/numberOption.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { exportDevices } from '../exports/exportDevices.ts';
import { importFiles } from '../intake/importFiles.ts';
import { listDevices } from './listDevices.ts';
import { showDevice } from './showDevice.ts';

const LIST_LIMIT = 200;
const MOST_LISTED = 5_000;

/** `import`, `list`, `show` and `export`: what is in the queue, and how it gets in and out. */
export function addQueueCommands(program: Command, run: RunCommand): void {
  program
    .command('import')
    .description('put the good rows of the files into the queue')
    .argument('<files...>', 'files with hardware hashes or identifiers; - is standard input')
    .option('--group-tag <tag>', 'the group tag of all rows')
    .option('--assign <user>', 'the user principal name that all rows are assigned to')
    .option('--batch <name>', 'the name of the batch')
    .option('--include-suspect', 'take the suspect rows as well')
    .action((files: string[], options: Parameters<typeof importFiles>[2], command: Command) =>
      run(command, (session) => importFiles(session, files, options)),
    );
  filtered(program.command('list').description('show the queue'))
    .option('--limit <count>', 'at most so many devices', wholeNumber(1, MOST_LISTED), LIST_LIMIT)
    .addOption(new Option('--sort <field>', 'the order').choices(deviceSort.options).default('updated'))
    .option('--descending', 'the other way round')
    .action((options: Parameters<typeof listDevices>[1], command: Command) =>
      run(command, (session) => listDevices(session, options)),
    );
  program
    .command('show')
    .description('show one device: every status, its history, its checklists, the next step')
    .argument('<serial>', 'the serial number')
    .action((serialNumber: string, _options: unknown, command: Command) =>
      run(command, (session) => showDevice(session, serialNumber)),
    );
  filtered(program.command('export').description('write strict files for a target, split at its limit'))
    .addOption(
      new Option('--target <target>', 'who reads the files')
        .choices(['intune', 'partner-center', 'corporate-identifiers'])
        .makeOptionMandatory(),
    )
    .requiredOption('--out <folder>', 'where the files go')
    .action((options: Parameters<typeof exportDevices>[1], command: Command) =>
      run(command, (session) => exportDevices(session, options)),
    );
}

function filtered(command: Command): Command {
  return command
    .option('--search <text>', 'only devices that contain the text')
    .addOption(new Option('--stage <step>', 'only devices at this next step').choices(nextStepCode.options))
    .option('--batch <name>', 'only devices of this batch');
}
