import { GraphError } from '../../graph/graphError.ts';
import { getManagedDevices } from '../../graph/resources/managedDevices.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { recordIntune } from './recordIntune.ts';

/** After how many devices the answers are written down. */
const DEVICES_AT_ONCE = 100;
const HOUR_MS = 60 * 60_000;

/**
 * Asks Intune, by the exact id of each record, whether devices are in use. Where the account may not, or Intune does not answer,
 * nothing is known of that, and the next step says so: what was read of Autopilot counts all the same. Returns what changed.
 */
export async function readIntune(
  context: ServiceContext,
  tenantId: string,
  deviceIds: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const { connections, devices, ports, publish, store } = context;
  const { client } = await connections.connectionTo(tenantId);
  const changed = new Set<string>();
  try {
    for (let start = 0; start < deviceIds.length; start += DEVICES_AT_ONCE) {
      const asked = new Map<string, string>();
      for (const id of deviceIds.slice(start, start + DEVICES_AT_ONCE)) {
        const device = store.setAside.orNull(() => devices.get(id));
        if (device !== null && device.managedDeviceId !== null) asked.set(device.managedDeviceId, id);
      }
      if (asked.size === 0) continue;
      const answers = await getManagedDevices(client, [...asked.keys()], signal);
      store.write(() => {
        for (const [managedDeviceId, answer] of answers) {
          const id = asked.get(managedDeviceId) ?? '';
          if (!(answer instanceof GraphError) && recordIntune(context, id, answer)) changed.add(id);
        }
      });
      publish('devices.changed');
    }
  } catch (error) {
    if (!(error instanceof GraphError) || error.kind === 'offline') throw error;
    ports.log.warn('tracking.intuneNotRead', { tenantId, kind: error.kind });
  }
  return changed;
}

/**
 * Asks about the devices whose user's part is waited for, each once an hour at most. In a real tenant only after a person has
 * read of Intune there once: it takes a permission of its own, and nobody is to be asked for that unasked.
 */
export async function followIntune(context: ServiceContext, tenantId: string, signal: AbortSignal): Promise<void> {
  const { connections, devices, ports, tracking } = context;
  const { tenant, pace } = await connections.connectionTo(tenantId);
  const mayAsk =
    tenant.kind === 'practice' || tracking.eventsReadAt(tenantId) !== null || devices.isIntuneReadIn(tenantId);
  if (!mayAsk) return;
  const before = new Date(ports.clock.now().getTime() - pace(HOUR_MS)).toISOString();
  await readIntune(context, tenantId, devices.withIntuneRecord(tenantId, before, DEVICES_AT_ONCE), signal);
}
