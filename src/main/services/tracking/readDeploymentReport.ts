import { awaitsUserFlow } from '../../../shared/bench/userFlowSeen.ts';
import type { DeploymentEvent } from '../../../shared/tracking/deploymentEvent.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import {
  listAutopilotEvents,
  listPolicyStatusDetails,
  type AutopilotEvent,
} from '../../graph/resources/autopilotEvents.ts';
import type { RawProperties } from '../../graph/resources/wire.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { recordUserFlowSeen } from './recordIntune.ts';
import { recordPhase } from './recordPhase.ts';

type Properties = DeploymentEvent['properties'];

/**
 * Reads Intune's deployment report of the last 30 days and keeps what is about devices of the queue, with what became of each
 * app and policy: Intune forgets it after that.
 */
export async function readDeploymentReport(
  context: ServiceContext,
  tenantId: string,
  signal: AbortSignal,
): Promise<{ readonly read: number; readonly kept: number }> {
  const { connections, deploymentEvents, devices, publish, store, tracking } = context;
  const { client } = await connections.connectionTo(tenantId);
  let read = 0;
  let kept = 0;
  let isAnyNew = false;
  const policies = policyReader(client, signal);
  for await (const page of listAutopilotEvents(client, signal)) {
    read += page.length;
    for (const event of page) {
      const device = devices.withSerialNumber(event.serialNumber ?? '', tenantId).find(isAbout(event));
      if (device === undefined) continue;
      kept += 1;
      recordUsersPart(context, device.id, event);
      recordPhase(context, device.id, event);
      const { id, at } = event;
      const properties = asItCame(event.properties).filter(
        ({ name }) => device.userErasedAt === null || name !== 'userPrincipalName',
      );
      if (deploymentEvents.isKept(device.id, id, properties)) continue;
      const details = await policies(id);
      store.write(() => deploymentEvents.keep(device.id, { id, at, properties, policies: details }));
      isAnyNew = true;
    }
  }
  store.write(() => tracking.eventsRead(tenantId));
  if (isAnyNew) publish('devices.changed');
  return { read, kept };
}

/**
 * The user's part of a pre-provisioned device shows in the row of its enrollment, which is dated anew then. A row from before
 * the technician flow ended is about an earlier user.
 */
function recordUsersPart(
  context: ServiceContext,
  deviceId: string,
  { accountSetupStatus, at, deploymentEndedAt }: AutopilotEvent,
): void {
  if (accountSetupStatus !== 'success') return;
  context.store.write(() => {
    const device = context.store.setAside.orNull(() => context.devices.get(deviceId));
    const since = device?.benchEndedAt ?? device?.shippedAt ?? null;
    const [latest = null] = [at, deploymentEndedAt]
      .filter((told) => told !== null)
      .sort()
      .reverse();
    if (device === null || since === null || latest === null || latest <= since || !awaitsUserFlow(device)) return;
    const now = context.ports.clock.now().toISOString();
    recordUserFlowSeen(context, device, 'Deployment report', latest > now ? now : latest);
    context.publish('devices.changed');
  });
}

/** A serial number alone is not enough: it may be shared, and a device may have been another registration's before. */
const isAbout =
  ({ deviceId }: AutopilotEvent) =>
  ({ entraDeviceId, managedDeviceId }: DeviceRecord): boolean =>
    deviceId !== null && [entraDeviceId, managedDeviceId].includes(deviceId);

/**
 * What became of the apps and policies of an event. Microsoft's metadata has not had that since 2025: where it is refused once, it is
 * left out, and not asked for again in the same reading.
 */
function policyReader(client: GraphClient, signal: AbortSignal): (eventId: string) => Promise<Properties[]> {
  let isServed = true;
  return async (eventId) => {
    if (!isServed) return [];
    try {
      const details = await listPolicyStatusDetails(client, eventId, signal);
      return details.map((detail) => asItCame(detail.properties));
    } catch (error) {
      if (!(error instanceof GraphError) || (error.kind !== 'notFound' && error.kind !== 'badRequest')) throw error;
      isServed = error.kind === 'notFound';
      return [];
    }
  };
}

/** Name and value of everything that is there, letter by letter. */
function asItCame(properties: RawProperties): Properties {
  return Object.entries(properties).flatMap(([name, value]) =>
    value === null || value === undefined
      ? []
      : [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }],
  );
}
