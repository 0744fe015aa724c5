import type { Command } from 'commander';
import type { ExitStatus } from '../program/exitStatus.ts';
import type { RunCommand } from '../program/runCommand.ts';
import type { World } from '../program/world.ts';
import { confirmRecoveryKey, printRecoveryKey, showKey } from './recoveryKey.ts';
import { runEnterKey } from './enterKey.ts';
import { runRotateKey } from './rotateKey.ts';

const help = `
The queue is encrypted with a key that this account keeps. The recovery key on paper is the same key for people: with it and a copy
of the queue or of a backup, everything can be read on any computer. Without it, a lost account is a lost queue.

RESEAL_PASSPHRASE_FILE names a file whose passphrase opens the key, for accounts without a secret store.
RESEAL_KEY_KEPT_IN=file keeps the key beside the queue even where there is a secret store.`;

/** `key …`: where the key of the queue is, its recovery key, and another one in its place. */
export function addKeyCommands(
  program: Command,
  world: World,
  run: RunCommand,
  finish: (status: ExitStatus) => void,
): void {
  const key = program
    .command('key')
    .description('the key that the queue is encrypted with: show, print, enter, rotate')
    .helpCommand(false)
    .addHelpText('after', help);
  key
    .command('show')
    .description('say where the key is kept; with --reveal, the recovery key itself')
    .option('--reveal', 'print the recovery key')
    .action((options: { reveal?: boolean }, command: Command) =>
      run(command, (session) => showKey(session, options.reveal === true)),
    );
  key
    .command('print')
    .description('write the recovery key as a PDF, to be printed and put away')
    .requiredOption('--out <place>', 'the PDF, or a folder for it; delete it when it is printed')
    .action((options: { out: string }, command: Command) =>
      run(command, (session) => printRecoveryKey(session, options.out)),
    );
  key
    .command('confirm')
    .description('say that the recovery key is printed and put away')
    .action((_options: unknown, command: Command) => run(command, confirmRecoveryKey));
  key
    .command('enter')
    .description('let this account open the queue with the recovery key; asks for it, or reads it from a pipe')
    .action(async (_options: unknown, command: Command) => finish(await runEnterKey(world, command)));
  key
    .command('rotate')
    .description('give the queue another key, after a paper was lost or somebody left')
    .action(async (_options: unknown, command: Command) => finish(await runRotateKey(world, command)));
}
