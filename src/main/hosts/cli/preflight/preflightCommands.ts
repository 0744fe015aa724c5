import type { Command } from 'commander';
import type { RunCommand } from '../program/runCommand.ts';
import { checkDevices } from './checkDevices.ts';

/** `preflight`: what will not work, and who can mend it. */
export function addPreflightCommands(program: Command, run: RunCommand): void {
  const preflight = program
    .command('preflight')
    .description('say before the bench what will not work, and who can mend it');
  preflight
    .command('device')
    .description('judge devices by their hardware hashes: TPM, Windows, missing parts, and what no hash tells')
    .argument('<devices...>', 'serial numbers of the queue, or files with a hash; - is standard input')
    .action((asked: readonly string[], _: unknown, command: Command) =>
      run(command, (session) => checkDevices(session, asked)),
    );
}
