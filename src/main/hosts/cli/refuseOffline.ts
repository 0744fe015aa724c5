import { systemClock } from '../../systemClock.ts';
import { CommandError } from './commandError.ts';
import { exitStatus } from './exitStatus.ts';
import type { Run } from './runCommand.ts';

/** A short gap in the network is nothing to end a wait for. */
const OFFLINE_PATIENCE_MS = 15_000;

/**
 * Ends a command that waits for Microsoft in vain.
 * @throws CommandError once Microsoft has not been reached for a while: what is queued stays queued
 */
export async function refuseOffline(run: Run, tenantId: string): Promise<void> {
  const { offlineSince } = await run.call('jobs.status', { tenantId });
  if (offlineSince === null || systemClock.now().getTime() - Date.parse(offlineSince) < OFFLINE_PATIENCE_MS) return;
  throw new CommandError(
    'Microsoft cannot be reached. What you asked for stays queued: run the command again, or leave the window open, once the network is back.',
    exitStatus.failed,
  );
}
