import type { Command } from 'commander';
import { createClosedQueue } from '../../../closedQueue.ts';
import { dataFolderOf } from '../../dataFolder.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { table } from '../output/table.ts';
import { printing } from '../program/runCommand.ts';
import type { World } from '../program/world.ts';

/** `backup list`: read from the folder alone, so that it works where the queue does not open. */
export async function listBackups(world: World, command: Command): Promise<void> {
  const options = globalOptionsOf(command);
  const { formatter, print } = printing(world, options);
  const queue = createClosedQueue(dataFolderOf(options.dataDir, world.environment), world.clock.now, null);
  const backups = queue.backups();
  await print({ backups }, () =>
    backups.length === 0
      ? 'There is no checked backup in the data folder.'
      : table(
          ['made', 'because', 'devices', 'size', 'file'],
          backups.map(({ madeAt, reason, devices, sizeBytes, file }) => [
            formatter.instant(madeAt),
            reason,
            devices,
            formatter.megabytes(sizeBytes),
            file,
          ]),
        ),
  );
}
