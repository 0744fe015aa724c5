import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../../src/main/ports.ts';

/**
 * Time that stands still while anybody works and leaps to the next alarm when all are waiting: hours pass in minutes, and
 * the speed of this machine is not measured with them. Program and tenant run in one process and share it.
 */
export interface SimulatedTime {
  readonly clock: Clock;
  readonly nowMs: () => number;
  /** A fetch whose every request takes this long, in simulated time. */
  readonly fetchWithRoundTrip: (roundTripMs: number) => typeof globalThis.fetch;
  /** Lets time pass until the work is done. */
  readonly passUntil: <Result>(work: Promise<Result>) => Promise<Result>;
}

interface Alarm {
  readonly atMs: number;
  readonly ring: () => void;
}

/** So many turns of the event loop without a request in flight mean that everybody waits. */
const QUIET_TURNS = 4;

export function createSimulatedTime(startMs: number): SimulatedTime {
  let nowMs = startMs;
  let inFlight = 0;
  const alarms = new Set<Alarm>();

  const wait = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const alarm = { atMs: nowMs + Math.max(0, milliseconds), ring: end };
      function end(): void {
        alarms.delete(alarm);
        signal?.removeEventListener('abort', end);
        resolve();
      }
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      alarms.add(alarm);
      signal?.addEventListener('abort', end, { once: true });
    });

  function leap(): void {
    const next = Math.min(...[...alarms].map(({ atMs }) => atMs));
    if (next === Number.POSITIVE_INFINITY) return;
    nowMs = Math.max(nowMs, next);
    for (const alarm of [...alarms]) if (alarm.atMs <= nowMs) alarm.ring();
  }

  return {
    clock: { now: () => new Date(nowMs), monotonicMs: () => nowMs, wait },
    nowMs: () => nowMs,
    fetchWithRoundTrip: (roundTripMs) => async (input, init) => {
      await wait(roundTripMs / 2);
      inFlight += 1;
      let response: Response;
      try {
        response = await fetch(input, init);
        // The body comes in further packets.
        const body = response.status === 204 ? null : await response.arrayBuffer();
        const { status, headers } = response;
        response = new Response(body, { status, headers });
      } finally {
        inFlight -= 1;
      }
      await wait(roundTripMs / 2);
      return response;
    },
    async passUntil(work) {
      const progress = { isDone: false };
      const ended = work.finally(() => {
        progress.isDone = true;
      });
      ended.catch(() => undefined);
      for (let quiet = 0; !progress.isDone;) {
        await nextTurn();
        quiet = inFlight === 0 ? quiet + 1 : 0;
        if (quiet < QUIET_TURNS) continue;
        quiet = 0;
        leap();
      }
      return ended;
    },
  };
}
