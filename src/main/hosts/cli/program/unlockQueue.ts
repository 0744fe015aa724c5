import { unlock, type UnlockOptions } from '../../../vault/unlock.ts';
import type { Vault } from '../../../vault/vault.ts';
import { dataFolderOf } from '../../dataFolder.ts';
import type { GlobalOptions } from '../input/globalOptions.ts';
import type { World } from './world.ts';

/** How a command gets at the key of the chosen data folder. */
export function unlocking({ clock, environment, terminal }: World, options: GlobalOptions): UnlockOptions {
  return {
    dataFolder: dataFolderOf(options.dataDir, environment),
    now: clock.now,
    environment,
    withoutEncryption: !options.encryption,
    say: (sentence) => terminal.say(`${sentence}\n`),
  };
}

export function unlockQueue(world: World, options: GlobalOptions): Promise<Vault> {
  return unlock(unlocking(world, options));
}
