import { createOfflineWatch } from './offlineWatch.ts';
import type { Run } from '../program/runCommand.ts';
import { heldSentence } from './heldSentence.ts';

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
 * Looks again and again until the work has ended or the time is over, and returns what the last look found. Where nothing of the
 * customer is sent yet, it looks once and says so.
 * @throws CommandError when Microsoft cannot be reached; what is queued stays queued
 */
export async function follow<Found>(
  run: Run,
  { tenantId, limitMinutes, noun }: Followed,
  look: () => Promise<Look<Found>>,
): Promise<Found> {
  const { clock, terminal } = run.world;
  const startedMs = clock.monotonicMs();
  const refuseOffline = createOfflineWatch(clock);
  const { showsProgress, say } = terminal;
  const { number } = run.formatter;
  const held = await heldSentence(run, tenantId);
  for (;;) {
    const { found, settled, total, isOver } = await look();
    if (showsProgress) say(`\r${number(settled)} of ${number(total)} ${noun}`);
    if (isOver || held !== null || clock.monotonicMs() - startedMs > limitMinutes * MINUTE_MS) {
      if (showsProgress) say('\n');
      if (held !== null && !isOver) run.say(held);
      return found;
    }
    refuseOffline((await run.call('jobs.status', { tenantId })).offlineSince);
    await clock.wait(DEVICES_LOOK_EVERY_MS, new AbortController().signal);
  }
}
