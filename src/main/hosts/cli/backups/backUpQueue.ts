import { resolve } from 'node:path';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { backupSentence } from './backupSentence.ts';

/** `backup`: a verified copy of the queue now. */
export async function backUpQueue(run: Run, { to }: { readonly to?: string }): Promise<ExitStatus> {
  const made = await run.call('backups.make', to === undefined ? {} : { folder: resolve(to) });
  await run.print(made, () => `${made.file}\n${backupSentence(made, run.formatter)}`);
  return exitStatus.done;
}
