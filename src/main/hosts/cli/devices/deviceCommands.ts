import { type Command, Option } from 'commander';
import { deviceSort } from '../../../../shared/devices/deviceFilter.ts';
import { wholeNumber } from '../input/numberOption.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { filtered } from './filterOptions.ts';
import { listDevices } from './listDevices.ts';
import { showDevice } from './showDevice.ts';

const LIST_LIMIT = 200;
const MOST_LISTED = 5_000;

/** `list` and `show`: what is in the queue. */
export function addDeviceCommands(program: Command, run: RunCommand): void {
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
}
