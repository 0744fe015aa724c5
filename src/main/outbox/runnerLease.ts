import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Clock, Log } from '../ports.ts';
import type { RunnerStore } from '../store/runnerStore.ts';
import { isDead, sightingsAfter, type Sighting } from './runnerLiveness.ts';

const BEAT_EVERY_MS = 5_000;

export interface RunnerLease {
  /** The name under which this process leases jobs; leaves its first sign of life when it is needed. */
  readonly owner: () => string;
  /** Leaves a sign of life and takes over the jobs of processes that died. `lost` where this one was taken for dead. */
  readonly keepUp: () => 'held' | 'lost';
  /** Gives back what is still leased. */
  readonly end: () => void;
}

/** This process's right to run jobs, beside other processes on the same database. */
export function createRunnerLease(runners: RunnerStore, clock: Pick<Clock, 'monotonicMs'>, log: Log): RunnerLease {
  const host = hostname();
  let id: string | null = null;
  let lastBeatMs = Number.NEGATIVE_INFINITY;
  let sightings: ReadonlyMap<string, Sighting> = new Map();

  function takeOverFromTheDead(nowMs: number): void {
    const others = runners.list().filter((runner) => runner.id !== id);
    for (const runner of others) {
      if (!isDead(runner, sightings.get(runner.id), { host, nowMs, isProcessAlive })) continue;
      log.warn('outbox.takenOver', { jobs: runners.retire(runner.id) });
    }
    sightings = sightingsAfter(sightings, others, nowMs);
  }

  return {
    owner() {
      if (id === null) {
        id = randomUUID();
        runners.add({ id, host, processId: process.pid });
      }
      return id;
    },
    keepUp() {
      const nowMs = clock.monotonicMs();
      takeOverFromTheDead(nowMs);
      if (id === null || nowMs - lastBeatMs < BEAT_EVERY_MS) return 'held';
      lastBeatMs = nowMs;
      if (runners.beat(id)) return 'held';
      id = null;
      return 'lost';
    },
    end() {
      if (id !== null) runners.retire(id);
      id = null;
    },
  };
}

function isProcessAlive(processId: number): boolean {
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Not permitted to signal it: it is there, and another person's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
