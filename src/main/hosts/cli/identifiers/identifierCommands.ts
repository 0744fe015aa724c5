import type { Command } from 'commander';
import { followMinutes } from '../input/followMinutes.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { removeFromList, type RemoveOptions } from './removeFromList.ts';
import { showList, type ListOptions } from './showList.ts';
import { associationList, identifierList, type TenantList } from './tenantLists.ts';
import { uploadDeviceLinks, type UploadOptions } from './uploadDeviceLinks.ts';
import { uploadIdentifiers } from './uploadIdentifiers.ts';

const DEFAULT_MINUTES = 30;

/** `identifiers` and `devicelink`: by what device preparation knows a device before its enrollment. */
export function addIdentifierCommands(program: Command, run: RunCommand): void {
  const identifiers = program
    .command('identifiers')
    .description('upload corporate identifiers, for Autopilot device preparation; list and remove them')
    .argument('[serials...]', 'serial numbers')
    .option('--all', 'every device of the tenant')
    .action((serials: string[], options: { readonly all?: boolean }, command: Command) =>
      run(command, (session) => uploadIdentifiers(session, serials, options.all === true), { runsOutbox: true }),
    );
  addListCommands(identifiers, run, identifierList, 'identifiers');

  const deviceLinks = program
    .command('devicelink')
    .description('associate devices with the tenant by their DeviceLinks (beta); list and remove associations');
  deviceLinks
    .command('upload')
    .description('associate devices by the DeviceLinks that are kept with them')
    .argument('[serials...]', 'serial numbers')
    .option('--file <files...>', 'DeviceLink files; their devices go into the queue')
    .option('--all', 'every device of the tenant that has a DeviceLink')
    .option('--beta', 'switch DeviceLinks on for this lab first: Microsoft’s interface has them in beta only')
    .option('--timeout <minutes>', 'how long to follow', followMinutes, DEFAULT_MINUTES)
    .action((serials: string[], options: UploadOptions, command: Command) =>
      run(command, (session) => uploadDeviceLinks(session, serials, options), { runsOutbox: true }),
    );
  addListCommands(deviceLinks, run, associationList, 'associations');
}

/** `list` and `remove` of one of Microsoft’s lists. */
function addListCommands<Row extends { readonly id: string; readonly state: string | null }>(
  parent: Command,
  run: RunCommand,
  list: TenantList<Row>,
  key: string,
): void {
  parent
    .command('list')
    .description(`list the ${list.noun} of the tenant, with their states; changes nothing`)
    .option('--search <text>', 'part of the serial number')
    .option('--state <state>', 'only those in this state, as Microsoft calls it')
    .option('--kept', 'show what was read last, and ask nobody')
    .action((options: ListOptions, command: Command) =>
      run(command, (session) => showList(session, list, key, options)),
    );
  parent
    .command('remove')
    .description(`remove ${list.noun} from the tenant, each by its id`)
    .argument('<names...>', 'serial numbers, or ids as the list has them')
    .option('--yes', 'do not ask')
    .option('--dry-run', 'say what would be removed')
    .option('--timeout <minutes>', 'how long to follow', followMinutes, DEFAULT_MINUTES)
    .action((names: string[], options: RemoveOptions, command: Command) =>
      run(command, (session) => removeFromList(session, list, names, options), { runsOutbox: true }),
    );
}
