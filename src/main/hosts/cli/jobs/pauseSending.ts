import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** `jobs pause` and `jobs resume`: for every door that works with this data folder. */
export async function runPauseSending(run: Run, paused: boolean): Promise<ExitStatus> {
  await run.call('jobs.pause', { paused });
  await run.print({ paused }, () =>
    paused ? 'Sending is paused. What is asked for stays queued.' : 'Sending goes on wherever Reseal runs.',
  );
  return exitStatus.done;
}
