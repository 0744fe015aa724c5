import type { Command } from 'commander';
import { DEFAULT_FOLLOW_MINUTES, followMinutes } from '../input/followMinutes.ts';
import type { ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import { deleteIntuneRecord } from './deleteIntuneRecord.ts';
import { reasonOption } from './causeOptions.ts';
import { deregisterDevices } from './deregisterDevices.ts';
import { removalRecord } from './removalRecord.ts';
import { deregisterDevice, type DeregisterOptions } from './deregisterDevice.ts';

/** `deregister`, `removal-record` and `delete-intune-record`. */
export function addRemovalCommands(program: Command, run: RunCommand): void {
  program
    .command('deregister')
    .description('remove devices from Windows Autopilot, in the right order')
    .argument('<serials...>', 'serial numbers; several are confirmed once, by their number')
    .addOption(reasonOption())
    .option('--note <text>', 'more about the reason, kept with it')
    .option('--yes', 'do not ask')
    .option('--dry-run', 'say what would be removed')
    .option('--account-deleted', 'record that the computer account was deleted in Active Directory')
    .option('--timeout <minutes>', 'how long to follow', followMinutes, DEFAULT_FOLLOW_MINUTES)
    .action((serials: string[], options: DeregisterOptions, command: Command) =>
      run(command, (session) => deregister(session, serials, options), { runsOutbox: true }),
    );
  program
    .command('removal-record')
    .description('what was removed of which devices, for the customer')
    .argument('<serials...>', 'serial numbers of deregistered devices')
    .option('--pdf <file>', 'write it as paper into this file')
    .option('--with-codes', 'print [U+1F600] and the like where no typeface has a character')
    .action((serials: string[], options: Parameters<typeof removalRecord>[2], command: Command) =>
      run(command, (session) => removalRecord(session, serials, options)),
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

/** One device is asked about record by record, several once. */
function deregister(run: Run, serials: readonly string[], options: DeregisterOptions): Promise<ExitStatus> {
  const [serial, ...others] = serials;
  return serial !== undefined && others.length === 0
    ? deregisterDevice(run, serial, options)
    : deregisterDevices(run, serials, options);
}
