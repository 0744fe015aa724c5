import { type Command, Option } from 'commander';
import { filtered } from '../devices/filterOptions.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { exportDevices } from './exportDevices.ts';

/** `export`: how devices get out of the queue. */
export function addExportCommands(program: Command, run: RunCommand): void {
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
