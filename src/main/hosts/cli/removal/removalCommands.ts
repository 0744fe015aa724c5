import type { Command } from 'commander';
import { DEFAULT_FOLLOW_MINUTES, followMinutes } from '../input/followMinutes.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { deleteIntuneRecord } from './deleteIntuneRecord.ts';
import { deregisterDevice } from './deregisterDevice.ts';

/** `deregister` and `delete-intune-record`. */
export function addRemovalCommands(program: Command, run: RunCommand): void {
  program
    .command('deregister')
    .description('remove a device from Windows Autopilot, in the right order')
    .argument('<serial>', 'the serial number')
    .option('--yes', 'do not ask')
    .option('--dry-run', 'say what would be removed')
    .option('--account-deleted', 'record that the computer account was deleted in Active Directory')
    .option('--timeout <minutes>', 'how long to follow', followMinutes, DEFAULT_FOLLOW_MINUTES)
    .action((serial: string, options: Parameters<typeof deregisterDevice>[2], command: Command) =>
      run(command, (session) => deregisterDevice(session, serial, options), { runsOutbox: true }),
    );
  program
    .command('delete-intune-record')
    .description('delete the Intune record of a device, so that it can enroll anew')
    .argument('<serial>', 'the serial number')
    .option('--yes', 'do not ask')
    .option('--dry-run', 'say what would be deleted, and what is lost')
    .option('--timeout <minutes>', 'how long to follow', followMinutes, DEFAULT_FOLLOW_MINUTES)
    .action((serial: string, options: Parameters<typeof deleteIntuneRecord>[2], command: Command) =>
      run(command, (session) => deleteIntuneRecord(session, serial, options), { runsOutbox: true }),
    );
}
