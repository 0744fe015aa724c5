import { GraphError } from '../../graph/graphError.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readDeploymentReport } from './readDeploymentReport.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Reads the deployment report where it is time: once an hour while devices are in their technician flow or have just been,
 * otherwise once a day. In a real tenant only after a person has read it once: it takes a permission of its own, and
 * nobody is to be asked for that unasked.
 */
export async function followReport(context: ServiceContext, tenantId: string, signal: AbortSignal): Promise<void> {
  const { connections, devices, ports, store, tracking } = context;
  const { tenant, pace } = await connections.connectionTo(tenantId);
  const readAt = tracking.eventsReadAt(tenantId);
  if (readAt === null && tenant.kind !== 'practice') return;
  const now = ports.clock.now().getTime();
  const isBusy = devices.isAnyAtBench(tenantId, new Date(now - pace(DAY_MS)).toISOString());
  const ageMs = readAt === null ? Number.POSITIVE_INFINITY : Math.abs(now - Date.parse(readAt));
  if (ageMs < pace(isBusy ? HOUR_MS : DAY_MS)) return;
  try {
    await readDeploymentReport(context, tenantId, signal);
  } catch (error) {
    if (!(error instanceof GraphError) || error.kind === 'offline') throw error;
    // The devices are followed all the same; the report is tried again at its next time.
    ports.log.warn('tracking.reportFailed', { tenantId, kind: error.kind });
    store.write(() => tracking.eventsRead(tenantId));
  }
}
