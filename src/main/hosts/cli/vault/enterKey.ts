import type { Command } from 'commander';
import { vaultSentence } from '../../../../shared/vault/vaultWords.ts';
import { enterRecoveryKey } from '../../../vault/enterRecoveryKey.ts';
import { keyPlacesOf } from '../../../vault/unlock.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { printing } from '../program/runCommand.ts';
import { unlocking } from '../program/unlockQueue.ts';
import type { World } from '../program/world.ts';
import { askRecoveryKey } from './askRecoveryKey.ts';

/** `key enter`. */
export async function runEnterKey(world: World, command: Command): Promise<ExitStatus> {
  const options = globalOptionsOf(command);
  const typed = await askRecoveryKey(world);
  const unlocked = unlocking(world, options);
  const entered = await enterRecoveryKey(unlocked.dataFolder, typed, keyPlacesOf(unlocked), world.clock.now());
  await printing(world, options).print(entered, () =>
    [
      `This account can open the queue now (key ${entered.keyId}).`,
      vaultSentence({ isEncrypted: true, keptIn: entered.keptIn, waitsFor: null }),
    ].join('\n'),
  );
  return exitStatus.done;
}
