import { type Command, Option } from 'commander';
import { deviceSort } from '../../../../shared/devices/deviceFilter.ts';
import { wholeNumber } from '../input/numberOption.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { additionPurpose } from '../../../../shared/devices/addition.ts';
import { addDevice, type AddOptions } from './addDevice.ts';
import { adoptDevices, type AdoptOptions } from './adoptDevices.ts';
import { filtered } from './filterOptions.ts';
import { listDevices } from './listDevices.ts';
import { listViews } from './listViews.ts';
import { showDevice } from './showDevice.ts';

const LIST_LIMIT = 200;
const MOST_LISTED = 5_000;

/** `list`, `views` and `show`: what is in the queue; `adopt`: what somebody else registered comes into it; `add`: a device without a file does. */
export function addDeviceCommands(program: Command, run: RunCommand): void {
  filtered(program.command('list').description('show the queue'))
    .option('--limit <count>', 'at most so many devices', wholeNumber(1, MOST_LISTED), LIST_LIMIT)
    .addOption(new Option('--sort <field>', 'the order').choices(deviceSort.options))
    .option('--descending', 'the other way round')
    .option('--columns <names>', 'the columns of the table or the CSV, with commas between them')
    .option('--csv', 'all that matches as CSV, of which a spreadsheet computes nothing')
    .option('--out <place>', 'a file for --csv or --json, with these columns, in place of the screen')
    .action((options: Parameters<typeof listDevices>[1], command: Command) =>
      run(command, (session) => listDevices(session, options)),
    );
  program
    .command('views')
    .description('show the saved views of the queue')
    .action((_options: unknown, command: Command) => run(command, (session) => listViews(session)));
  program
    .command('show')
    .description('show one device: every status, its history, its checklists, the next step')
    .argument('<serial>', 'the serial number')
    .action((serialNumber: string, _options: unknown, command: Command) =>
      run(command, (session) => showDevice(session, serialNumber)),
    );
  program
    .command('adopt')
    .description('take devices into the queue that somebody else registered; without a choice, show them')
    .argument('[serial...]', 'the serial numbers or ZTDIDs')
    .option('--group-tag <tag>', 'all with this group tag; an empty one is for those without')
    .option('--manufacturer <maker>', 'all of this maker')
    .option('--all', 'all that the tenant has and the queue has not')
    .action((serials: string[], options: AdoptOptions, command: Command) =>
      run(command, (session) => adoptDevices(session, serials, options)),
    );
  program
    .command('add')
    .description('add a device without a file, as its label names it')
    .argument('<serial>', 'the serial number, typed or scanned')
    .requiredOption('--manufacturer <maker>', 'its maker')
    .requiredOption('--model <model>', 'its model')
    .option('--product-key-id <id>', 'its product key ID')
    .option('--group-tag <tag>', 'the group tag')
    .option('--user <address>', 'the assigned user')
    .option('--purchase-order <number>', 'the reseller’s order')
    .addOption(new Option('--for <purpose>', 'what it is for').choices(additionPurpose.options))
    .option('--accept-doubts', 'add it although an import would ask a person to look')
    .action((serial: string, options: AddOptions, command: Command) =>
      run(command, (session) => addDevice(session, serial, options)),
    );
}
