import type { Command } from 'commander';
import { vaultSentence } from '../../../../shared/vault/vaultWords.ts';
import { setEncryption } from '../../../vault/setEncryption.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { printing } from '../program/runCommand.ts';
import { unlocking } from '../program/unlockQueue.ts';
import type { World } from '../program/world.ts';

/** `queue encrypt` and `queue decrypt`: how the queue lies on the disk. */
export function addQueueCommand(program: Command, world: World): void {
  const queue = program
    .command('queue')
    .description('encrypt the queue, or take its encryption off')
    .helpCommand(false);
  queue
    .command('encrypt')
    .description('encrypt a queue that is not; makes a backup first')
    .action((_options: unknown, command: Command) => change(world, command, true));
  queue
    .command('decrypt')
    .description(
      'take the encryption off: other programs and older versions can read the queue then, and so can thieves',
    )
    .action((_options: unknown, command: Command) => change(world, command, false));
}

async function change(world: World, command: Command, isEncrypted: boolean): Promise<void> {
  const options = globalOptionsOf(command);
  const view = (await setEncryption({ ...unlocking(world, options), withoutEncryption: false }, isEncrypted)).view();
  await printing(world, options).print(view, () => vaultSentence(view));
}
