import type { Command } from 'commander';
import { keyPlacesOf } from '../../../vault/unlock.ts';
import { rotateKey } from '../../../vault/rotateKey.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { printing } from '../program/runCommand.ts';
import { unlocking, unlockQueue } from '../program/unlockQueue.ts';
import type { World } from '../program/world.ts';

/** `key rotate`. */
export async function runRotateKey(world: World, command: Command): Promise<ExitStatus> {
  const options = globalOptionsOf(command);
  const unlocked = unlocking(world, options);
  // What is to be brought to its end before, such as an earlier change.
  await unlockQueue(world, options);
  const keys = await rotateKey(unlocked.dataFolder, keyPlacesOf(unlocked), world.clock.now());
  await printing(world, options).print(keys, () =>
    [
      `The queue has the key ${keys.after} now. Print it: reseal key print --out key.pdf`,
      `Backups made before still open with the key ${keys.before}, also for whoever has its paper: delete those that you do not need.`,
    ].join('\n'),
  );
  return exitStatus.attention;
}
