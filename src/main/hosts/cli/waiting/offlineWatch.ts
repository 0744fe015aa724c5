import type { Clock } from '../../../ports.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';

/** A short gap in the network is nothing to end a wait for. */
const OFFLINE_PATIENCE_MS = 15_000;

/** Ends a command that waits for Microsoft in vain. What was waiting before the command began is tried once more first. */
export function createOfflineWatch(clock: Clock): (offlineSince: string | null) => void {
  const startedMs = clock.monotonicMs();
  /** @throws CommandError once Microsoft has not been reached for a while: what is queued stays queued */
  return (offlineSince) => {
    if (offlineSince === null || clock.monotonicMs() - startedMs < OFFLINE_PATIENCE_MS) return;
    if (clock.now().getTime() - Date.parse(offlineSince) < OFFLINE_PATIENCE_MS) return;
    throw new CommandError(
      'Microsoft cannot be reached. What you asked for stays queued: run the command again, or leave the window open, once the network is back.',
      exitStatus.failed,
    );
  };
}
