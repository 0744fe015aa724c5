import type { MicrosoftContext } from '../microsoftContext.ts';
import type { TenantConnection } from '../tenants/tenantConnections.ts';
import { FRESH_FOR_MS, OFTEN_MS, pollIntervalMs } from './pollInterval.ts';
import { refreshDevices } from './refreshDevices.ts';
import { refreshTenant } from './refreshTenant.ts';

const LOOK_EVERY_MS = 250;
const FIRST_FAILURE_WAIT_MS = 5_000;
const LONGEST_FAILURE_WAIT_MS = 15 * 60_000;
/** Up to so many waiting devices are read by themselves, which costs less than the whole list. */
const MOST_READ_SINGLY = 40;
/** The whole list is read at least so often, in the tenant's time: it shows what others did. */
const LIST_EVERY_MS = 30 * 60_000;

export interface Tracker {
  readonly start: () => void;
  /** Stops, and waits for what is being read. */
  readonly close: () => Promise<void>;
}

interface Reading {
  /** When the tenant was read last, and when its whole list was, on a clock that nobody can set. */
  readonly readMs: number;
  readonly listedMs: number;
  readonly failedMs: number;
  readonly failures: number;
}
const never: Reading = {
  readMs: Number.NEGATIVE_INFINITY,
  listedMs: Number.NEGATIVE_INFINITY,
  failedMs: Number.NEGATIVE_INFINITY,
  failures: 0,
};

/** Follows what Microsoft does with the devices: often while something is expected, rarely otherwise. */
export function createTracker(context: MicrosoftContext): Tracker {
  const { ports, devices } = context;
  const readings = new Map<string, Reading>();
  const stop = new AbortController();
  let looping: Promise<void> | null = null;

  /** The devices that something is expected of, and how long the youngest has been waiting, in the tenant's time. */
  function awaiting(tenantId: string, pace: TenantConnection['pace']) {
    const nowMs = ports.clock.now().getTime();
    const { ids, since } = devices.awaitingProfile(tenantId, new Date(nowMs - pace(FRESH_FOR_MS)).toISOString());
    return { ids, youngestMs: since === null ? null : Math.max(0, nowMs - Date.parse(since)) / pace(1) };
  }

  async function track(tenantId: string, last: Reading, signal: AbortSignal): Promise<Reading> {
    const { pace } = await context.connections.connectionTo(tenantId);
    const nowMs = ports.clock.monotonicMs();
    if (nowMs - last.readMs < pace(OFTEN_MS)) return last;
    const { ids: waiting, youngestMs } = awaiting(tenantId, pace);
    if (nowMs - last.readMs < pace(pollIntervalMs(youngestMs))) return last;
    const isListDue = nowMs - last.listedMs >= pace(LIST_EVERY_MS) || waiting.length > MOST_READ_SINGLY;
    if (isListDue) await refreshTenant(context, tenantId, 'list', signal);
    else await refreshDevices(context, tenantId, waiting, signal);
    return { ...last, readMs: nowMs, listedMs: isListDue ? nowMs : last.listedMs, failures: 0 };
  }

  function afterFailure(tenantId: string, last: Reading, error: unknown): Reading {
    ports.log.warn('tracking.failed', { tenantId, error: String(error) });
    return { ...last, failedMs: ports.clock.monotonicMs(), failures: last.failures + 1 };
  }

  async function look(signal: AbortSignal): Promise<void> {
    for (const tenantId of devices.trackedTenants()) {
      const last = readings.get(tenantId) ?? never;
      if (last.failures > 0 && ports.clock.monotonicMs() - last.failedMs < failureWaitMs(last.failures)) continue;
      try {
        readings.set(tenantId, await track(tenantId, last, signal));
      } catch (error) {
        if (signal.aborted) return;
        readings.set(tenantId, afterFailure(tenantId, last, error));
      }
    }
  }

  async function loop(): Promise<void> {
    while (!stop.signal.aborted) {
      await look(stop.signal);
      await ports.clock.wait(LOOK_EVERY_MS, stop.signal);
    }
  }

  return {
    start() {
      looping ??= loop();
    },
    async close() {
      stop.abort(new Error('Reseal is closing.'));
      await looping;
    },
  };
}

function failureWaitMs(failures: number): number {
  return Math.min(FIRST_FAILURE_WAIT_MS * 2 ** (failures - 1), LONGEST_FAILURE_WAIT_MS);
}
