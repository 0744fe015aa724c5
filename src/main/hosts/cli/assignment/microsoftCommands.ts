import type { Command } from 'commander';
import { changeProperty } from './changeProperty.ts';
import { deregisterDevice } from '../removal/deregisterDevice.ts';
import { refreshTenant } from '../tracking/refreshTenant.ts';
import { registerDevices } from '../registration/registerDevices.ts';
import { outboxStatus } from '../jobs/outboxStatus.ts';
import { syncIntune } from '../tracking/syncIntune.ts';
import { uploadIdentifiers } from '../identifiers/uploadIdentifiers.ts';
import { wholeNumber } from '../input/numberOption.ts';
import type { RunCommand } from '../program/runCommand.ts';

const SENDS = { runsOutbox: true };
const MOST_MINUTES = 1_440;
const REGISTRATION_MINUTES = 90;

/** `register`, `deregister`, `sync`, `status` and the properties of a device: everything that asks Microsoft. */
export function addMicrosoftCommands(program: Command, run: RunCommand): void {
  const minutes = wholeNumber(1, MOST_MINUTES);
  program
    .command('register')
    .description('queue registration with Windows Autopilot')
    .argument('[serials...]', 'serial numbers')
    .option('--all', 'every device that is not registered')
    .option('--wait', 'follow until each device is Assigned or stuck')
    .option('--timeout <minutes>', 'how long to follow', minutes, REGISTRATION_MINUTES)
    .action((serials: string[], options: Parameters<typeof registerDevices>[2], command: Command) =>
      run(command, (session) => registerDevices(session, serials, options), { runsOutbox: options.wait === true }),
    );
  program
    .command('deregister')
    .description('remove a device from Windows Autopilot, in the right order')
    .argument('<serial>', 'the serial number')
    .option('--yes', 'do not ask')
    .option('--dry-run', 'say what would be removed')
    .option('--account-deleted', 'record that the computer account was deleted in Active Directory')
    .option('--timeout <minutes>', 'how long to follow', minutes, REGISTRATION_MINUTES)
    .action((serial: string, options: Parameters<typeof deregisterDevice>[2], command: Command) =>
      run(command, (session) => deregisterDevice(session, serial, options), SENDS),
    );
  program
    .command('sync')
    .description('ask Intune to synchronise; once in ten minutes')
    .action((_options: unknown, command: Command) => run(command, syncIntune, SENDS));
  program
    .command('refresh')
    .description('read the whole tenant from Microsoft, and every device of the queue in full')
    .action((_options: unknown, command: Command) => run(command, refreshTenant));
  program
    .command('status')
    .description('say what waits for Microsoft, and what went wrong')
    .action((_options: unknown, command: Command) => run(command, outboxStatus));
  program
    .command('identifiers')
    .description('upload corporate identifiers, for Autopilot device preparation')
    .argument('[serials...]', 'serial numbers')
    .option('--all', 'every device of the tenant')
    .action((serials: string[], options: { readonly all?: boolean }, command: Command) =>
      run(command, (session) => uploadIdentifiers(session, serials, options.all === true), SENDS),
    );
  addPropertyCommands(program, run);
}

function addPropertyCommands(program: Command, run: RunCommand): void {
  program
    .command('assign')
    .description('assign a user to a device')
    .argument('<serial>', 'the serial number')
    .argument('<user>', 'the user principal name')
    .action((serial: string, userPrincipalName: string, _options: unknown, command: Command) =>
      run(
        command,
        (session) =>
          changeProperty(session, serial, ({ id }) =>
            session.call('assignment.assignUser', { deviceIds: [id], userPrincipalName }),
          ),
        SENDS,
      ),
    );
  program
    .command('unassign')
    .description('take the assigned user off a device')
    .argument('<serial>', 'the serial number')
    .action((serial: string, _options: unknown, command: Command) =>
      run(
        command,
        (session) =>
          changeProperty(session, serial, ({ id }) => session.call('assignment.unassignUser', { deviceIds: [id] })),
        SENDS,
      ),
    );
  program
    .command('tag')
    .description('set the group tag of a device')
    .argument('<serial>', 'the serial number')
    .argument('<tag>', 'the group tag; "" takes it off')
    .action((serial: string, groupTag: string, _options: unknown, command: Command) =>
      run(
        command,
        (session) =>
          changeProperty(session, serial, ({ id }) =>
            session.call('assignment.setGroupTag', { deviceIds: [id], groupTag }),
          ),
        SENDS,
      ),
    );
  program
    .command('rename')
    .description('set the name that a device gets at its deployment')
    .argument('<serial>', 'the serial number')
    .argument('<name>', 'the device name, at most 15 characters')
    .action((serial: string, deviceName: string, _options: unknown, command: Command) =>
      run(
        command,
        (session) =>
          changeProperty(session, serial, ({ id }) =>
            session.call('assignment.rename', { deviceIds: [id], pattern: deviceName }),
          ),
        SENDS,
      ),
    );
  program
    .command('unblock')
    .description('let a device enrol again that Intune blocks after its first enrolment')
    .argument('<serial>', 'the serial number')
    .action((serial: string, _options: unknown, command: Command) =>
      run(
        command,
        (session) =>
          changeProperty(
            session,
            serial,
            ({ id }) => session.call('registration.unblock', { deviceIds: [id] }),
            ({ enrollment }) => `enrolment ${enrollment}`,
          ),
        SENDS,
      ),
    );
}
