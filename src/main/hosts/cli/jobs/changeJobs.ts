import type { InputOf } from '../../../../shared/api/contract.ts';
import { usageError } from '../program/commandError.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

/** `jobs retry`: puts what failed back into the queue; whoever sends next sends it. */
export async function retryJobs(run: Run, serials: readonly string[], isAll: boolean): Promise<ExitStatus> {
  const { changed } = await run.call('jobs.retry', await choiceOf(run, serials, isAll));
  await run.print({ changed }, () => (changed === 0 ? 'Nothing has failed.' : `${changed} queued again.`));
  return exitStatus.done;
}

/** `jobs cancel`: takes back what has not been sent yet. */
export async function cancelJobs(run: Run, serials: readonly string[], isAll: boolean): Promise<ExitStatus> {
  const { changed } = await run.call('jobs.cancel', await choiceOf(run, serials, isAll));
  await run.print({ changed }, () =>
    changed === 0 ? 'Nothing waits that can be taken back.' : `${changed} taken back.`,
  );
  return exitStatus.done;
}

async function choiceOf(run: Run, serials: readonly string[], isAll: boolean): Promise<InputOf<'jobs.retry'>> {
  if (isAll !== (serials.length === 0)) throw usageError('Name serial numbers, or use --all.');
  if (isAll) return { tenantId: (await tenantOf(run)).id };
  const devices = await Promise.all(serials.map((serial) => deviceOf(run, serial)));
  return { deviceIds: devices.map(({ id }) => id) };
}
