import { insist } from '../output/insist.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** `backup delete-unencrypted`: names the copies that are not encrypted, asks, and deletes them. */
export async function deleteUnencrypted(run: Run, { yes = false }: { readonly yes?: boolean }): Promise<ExitStatus> {
  const { unencrypted } = await run.call('backups.list', {});
  for (const { madeAt, file } of unencrypted) run.say(`${run.formatter.instant(madeAt)}  ${file}`);
  if (unencrypted.length > 0 && !yes) {
    if (!run.world.terminal.canAsk) {
      throw new CommandError('Nothing was deleted: add --yes, since there is nobody to ask here.', exitStatus.usage);
    }
    const backups = run.formatter.count(unencrypted.length, 'unencrypted backup', 'unencrypted backups');
    await insist(run, `Delete ${backups} for good?`, 'Nothing was deleted.');
  }
  const { deleted } = await run.call('backups.deleteUnencrypted', {});
  await run.print({ deleted }, () =>
    deleted === 0
      ? 'There is no unencrypted backup of this queue here.'
      : run.formatter.count(deleted, 'unencrypted backup was deleted.', 'unencrypted backups were deleted.'),
  );
  return exitStatus.done;
}
