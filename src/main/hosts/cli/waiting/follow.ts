import { createOfflineWatch } from './offlineWatch.ts';
import type { Run } from '../program/runCommand.ts';
import { refuseHeld } from './refuseHeld.ts';

const MINUTE_MS = 60_000;
const DEVICES_LOOK_EVERY_MS = 250;

interface Followed {
  readonly tenantId: string;
  readonly limitMinutes: number;
  /** What is counted on the way: `12 of 40 devices`. */
  readonly noun: string;
}

interface Look<Found> {
  readonly found: Found;
  readonly settled: number;
  readonly total: number;
  readonly isOver: boolean;
}

/**
 * Looks again and again until the work has ended or the time is over, and returns what the last look found.
 * @throws CommandError when Microsoft cannot be reached, or nothing of the customer is sent yet; what is queued stays queued
 */
export async function follow<Found>(
  run: Run,
  { tenantId, limitMinutes, noun }: Followed,
  look: () => Promise<Look<Found>>,
): Promise<Found> {
  await refuseHeld(run, tenantId);
  const { clock, terminal } = run.world;
  const startedMs = clock.monotonicMs();
  const refuseOffline = createOfflineWatch(clock);
  const { showsProgress, say } = terminal;
  const { number } = run.formatter;
  for (;;) {
    const { found, settled, total, isOver } = await look();
    if (showsProgress) say(`\r${number(settled)} of ${number(total)} ${noun}`);
    if (isOver || clock.monotonicMs() - startedMs > limitMinutes * MINUTE_MS) {
      if (showsProgress) say('\n');
      return found;
    }
    refuseOffline((await run.call('jobs.status', { tenantId })).offlineSince);
    await clock.wait(DEVICES_LOOK_EVERY_MS, new AbortController().signal);
  }
}
