import type { Command } from 'commander';
import type { RunCommand } from '../program/runCommand.ts';
import { uploadIdentifiers } from './uploadIdentifiers.ts';

/** `identifiers`. */
export function addIdentifierCommands(program: Command, run: RunCommand): void {
  program
    .command('identifiers')
    .description('upload corporate identifiers, for Autopilot device preparation')
    .argument('[serials...]', 'serial numbers')
    .option('--all', 'every device of the tenant')
    .action((serials: string[], options: { readonly all?: boolean }, command: Command) =>
      run(command, (session) => uploadIdentifiers(session, serials, options.all === true), { runsOutbox: true }),
    );
}
