import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { BackupDescription } from '../../../../shared/backups/backup.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { noInitials } from '../../../../shared/settings/settings.ts';
import { createClosedQueue } from '../../../closedQueue.ts';
import { enterRecoveryKey, needsRecoveryKey } from '../../../vault/enterRecoveryKey.ts';
import { keyPlacesOf } from '../../../vault/unlock.ts';
import { dataFolderOf } from '../../dataFolder.ts';
import { globalOptionsOf, type GlobalOptions } from '../input/globalOptions.ts';
import { insist } from '../output/insist.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { printing } from '../program/runCommand.ts';
import { unlocking, unlockQueue } from '../program/unlockQueue.ts';
import type { World } from '../program/world.ts';
import { askRecoveryKey } from '../vault/askRecoveryKey.ts';
import { backupSentence } from './backupSentence.ts';

/** `restore FILE`: shows what the copy holds, asks, and puts it in the place of the queue. */
export async function restoreQueue(
  world: World,
  command: Command,
  file: string,
  { yes = false }: { readonly yes?: boolean },
): Promise<ExitStatus> {
  const options = globalOptionsOf(command);
  const { formatter, print, say } = printing(world, options);
  const dataFolder = dataFolderOf(options.dataDir, world.environment);
  await takeKeyAlong(world, options, resolve(file), say);
  const { databaseKey } = await unlockQueue(world, options);
  const queue = createClosedQueue(dataFolder, world.clock.now, databaseKey);
  const found = queue.describe(resolve(file));
  say(`${found.file}\n${backupSentence(found, formatter)}\n${missingSentence(found, formatter)}`);
  if (!yes) {
    if (!world.terminal.canAsk) {
      throw new CommandError('Nothing was restored: add --yes, since there is nobody to ask here.', exitStatus.usage);
    }
    await insist({ world }, `Restore it in ${dataFolder}?`, 'Nothing was restored.');
  }
  const replaced = queue.restore(found.file, noInitials);
  await print({ ...found, replaced }, () =>
    replaced === null ? 'Restored.' : `Restored. What was there before is in ${replaced}.`,
  );
  return exitStatus.done;
}

/** On another computer the folder has no key yet: then the recovery key opens the copy, and is this folder's from now on. */
async function takeKeyAlong(
  world: World,
  options: GlobalOptions,
  backup: string,
  say: (sentence: string) => void,
): Promise<void> {
  const unlocked = unlocking(world, options);
  const { dataFolder } = unlocked;
  if (!needsRecoveryKey(dataFolder, backup)) return;
  say('The copy is encrypted, and this data folder has no key yet: enter the recovery key from its paper.');
  const typed = await askRecoveryKey(world);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  await enterRecoveryKey(dataFolder, typed, keyPlacesOf(unlocked), world.clock.now(), backup);
}

function missingSentence({ missing }: BackupDescription, formatter: Formatter): string {
  if (missing === null) return 'There is no queue here that can be compared with it.';
  const { devicesNow, devicesSince, newestChangeAt } = missing;
  const now = `The queue here has ${formatter.count(devicesNow, 'device', 'devices')}`;
  const changed = newestChangeAt === null ? '' : `, last changed ${formatter.instant(newestChangeAt)}`;
  return devicesSince === 0
    ? `${now}${changed}; none was added since. What was changed since would be lost.`
    : `${now}${changed}; ${formatter.count(devicesSince, 'device that was added since', 'devices that were added since')} would be missing.`;
}
