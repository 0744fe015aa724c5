import { backOffMs } from '../../../shared/backOff.ts';
import type { TrackingProblem } from '../../../shared/tracking/trackingProblem.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { GraphError } from '../../graph/graphError.ts';
import type { ServiceContext } from '../serviceContext.ts';
import type { TenantConnection } from '../tenants/tenantConnections.ts';
import { followReport } from './followReport.ts';
import { followIntune } from './readIntune.ts';
import { FRESH_FOR_MS, LIST_EVERY_MS, OFTEN_MS, planReading } from './planReading.ts';
import { refreshDevices } from './refreshDevices.ts';
import { refreshTenant } from './refreshTenant.ts';

const TENANTS_LOOK_EVERY_MS = 250;
/** What is waited for changes with what is read and what people do: asking at every look would read thousands for nothing. */
const ASK_EVERY_MS = 5_000;
const FAILURE_PACE = { firstMs: 5_000, longestMs: 15 * 60_000 };
/**
 * How long to wait after a try while offline. A try that does not leave this computer burdens nobody, and the network
 * may be back any moment.
 */
const OFFLINE_PACE = { firstMs: 5_000, longestMs: 30_000 };
/**
 * How long one reading may take: ten thousand devices are read in some minutes. A longer reading is given up and begun
 * anew.
 */
const READING_PATIENCE_MS = 15 * 60_000;

export interface Tracker {
  readonly start: () => void;
  /** Stops, and waits for what is being read. */
  readonly close: () => Promise<void>;
}

interface Reading {
  /** When the tenant was read last, and when its whole list was, on a clock that nobody can set. */
  readonly readMs: number;
  readonly listedMs: number;
  readonly listPages: number;
  /** When the queue was asked what it waits for. */
  readonly askedMs: number;
  readonly failedMs: number;
  readonly failures: number;
  readonly isOffline: boolean;
}
const never: Reading = {
  readMs: Number.NEGATIVE_INFINITY,
  listedMs: Number.NEGATIVE_INFINITY,
  listPages: 1,
  askedMs: Number.NEGATIVE_INFINITY,
  failedMs: Number.NEGATIVE_INFINITY,
  failures: 0,
  isOffline: false,
};

/** Follows what Microsoft does with the devices: often while something is expected, rarely otherwise. */
export function createTracker(context: ServiceContext): Tracker {
  const { ports, devices, publish, store, tracking } = context;
  const readings = new Map<string, Reading>();
  /** The tenants that are being read now: a slow tenant keeps no other waiting. */
  const underWay = new Map<string, Promise<void>>();
  const stop = new AbortController();
  let looping: Promise<void> | null = null;

  /**
   * The devices that are followed closely, and how long the youngest of them has been waiting, in milliseconds of the
   * tenant's clock.
   */
  function awaiting(tenantId: string, pace: TenantConnection['pace']) {
    const nowMs = ports.clock.now().getTime();
    const { ids, since } = devices.awaitingProfile(tenantId, new Date(nowMs - pace(FRESH_FOR_MS)).toISOString());
    return { ids, youngestMs: since === null ? null : Math.max(0, nowMs - Date.parse(since)) / pace(1) };
  }

  async function track(tenantId: string, last: Reading, signal: AbortSignal): Promise<Reading> {
    const { pace } = await context.connections.connectionTo(tenantId);
    const nowMs = ports.clock.monotonicMs();
    if (nowMs - last.readMs < pace(OFTEN_MS) || nowMs - last.askedMs < pace(ASK_EVERY_MS)) return last;
    const { ids: waiting, youngestMs } = awaiting(tenantId, pace);
    const plan = planReading(waiting.length, youngestMs, last.listPages);
    if (nowMs - last.readMs < pace(plan.everyMs) && last.failures === 0) return { ...last, askedMs: nowMs };
    const begunAt = ports.clock.now();
    const isListDue = nowMs - last.listedMs >= pace(LIST_EVERY_MS) || plan.way === 'list';
    const listed = isListDue ? await refreshTenant(context, tenantId, 'list', signal) : null;
    if (listed === null) await refreshDevices(context, tenantId, waiting, signal);
    await followReport(context, tenantId, signal);
    await followIntune(context, tenantId, signal);
    const restated = store.write(() => {
      tracking.succeeded(tenantId, begunAt);
      return devices.restatePendingFixes(tenantId);
    });
    if (restated > 0) publish('devices.changed');
    if (last.failures > 0) publish('jobs.changed');
    const { listedMs, listPages } = listed === null ? last : { listedMs: nowMs, listPages: listed.pages };
    return { ...never, readMs: nowMs, listedMs, listPages };
  }

  function afterFailure(tenantId: string, last: Reading, error: unknown): Reading {
    ports.log.warn('tracking.failed', { tenantId, error: String(error) });
    const kind = error instanceof GraphError ? error.kind : null;
    store.write(() => tracking.failed(tenantId, kind, problemOf(error)));
    publish('jobs.changed');
    const failedMs = ports.clock.monotonicMs();
    return { ...last, failedMs, failures: last.failures + 1, isOffline: kind === 'offline' };
  }

  async function look(tenantId: string): Promise<void> {
    const before = readings.get(tenantId) ?? never;
    // A person's own refresh has worked meanwhile, so this failure is over.
    const last = before.failures > 0 && !tracking.isFailing(tenantId) ? { ...before, failures: 0 } : before;
    if (
      last.failures > 0 &&
      ports.clock.monotonicMs() - last.failedMs < backOffMs(last.failures, last.isOffline ? OFFLINE_PACE : FAILURE_PACE)
    )
      return;
    // Another process may be signed in and follow the tenant; it is no failure that this one is not.
    if (!(await context.connections.canReach(tenantId))) return;
    try {
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(READING_PATIENCE_MS)]);
      readings.set(tenantId, await track(tenantId, last, signal));
    } catch (error) {
      if (!stop.signal.aborted) readings.set(tenantId, afterFailure(tenantId, last, error));
    }
  }

  async function loop(): Promise<void> {
    while (!stop.signal.aborted) {
      for (const tenantId of devices.trackedTenants()) {
        if (underWay.has(tenantId)) continue;
        underWay.set(
          tenantId,
          look(tenantId).finally(() => underWay.delete(tenantId)),
        );
      }
      await ports.clock.wait(TENANTS_LOOK_EVERY_MS, stop.signal);
    }
    await Promise.all(underWay.values());
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

function problemOf(error: unknown): TrackingProblem {
  // The error's own sentence speaks of changes, but following only reads.
  if (error instanceof GraphError && error.kind === 'timeout') return { code: 'tracking.noAnswer' };
  if (error instanceof GraphError || error instanceof AppError)
    return { code: 'tracking.microsoftSays', message: error.message };
  return { code: 'tracking.broken' };
}
