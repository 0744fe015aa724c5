import type { Command } from 'commander';
import type { RunCommand } from '../program/runCommand.ts';
import type { World } from '../program/world.ts';
import type { ExitStatus } from '../program/exitStatus.ts';
import { backUpQueue } from './backUpQueue.ts';
import { deleteUnencrypted } from './deleteUnencrypted.ts';
import { listBackups } from './listBackups.ts';
import { restoreQueue } from './restoreQueue.ts';

const restoreHelp = `
It is checked first, and what it holds is shown. What is in its place moves to a folder “replaced-…” in the data folder.
It works where the queue does not open. In an empty folder of another computer it asks for the recovery key from its paper, or reads
it from a pipe: so a queue moves to another computer.`;

/** `backup`, `backup list`, `backup delete-unencrypted` and `restore`: copies of the queue, and the way back to one. */
export function addBackupCommands(
  program: Command,
  run: RunCommand,
  world: World,
  finish: (status: ExitStatus) => void,
): void {
  const backup = program
    .command('backup')
    .description('copy the queue into the data folder, and check the copy')
    .option('--to <folder>', 'copy it also to this folder, on another disk or share')
    .helpCommand(false)
    .action((options: Parameters<typeof backUpQueue>[1], command: Command) =>
      run(command, (session) => backUpQueue(session, options)),
    );
  backup
    .command('list')
    .description('show the checked copies in the data folder')
    .action((_options: unknown, command: Command) => listBackups(world, command));
  backup
    .command('delete-unencrypted')
    .description('delete the copies of before the queue was encrypted, where an encrypted one opens')
    .option('--yes', 'do not ask')
    .action((options: Parameters<typeof deleteUnencrypted>[1], command: Command) =>
      run(command, (session) => deleteUnencrypted(session, options)),
    );
  program
    .command('restore <file>')
    .description('put a copy in the place of the queue')
    .option('--yes', 'do not ask')
    .addHelpText('after', restoreHelp)
    .action(async (file: string, options: Parameters<typeof restoreQueue>[3], command: Command) =>
      finish(await restoreQueue(world, command, file, options)),
    );
}
