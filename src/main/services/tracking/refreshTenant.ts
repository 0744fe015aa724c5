import type { DeviceRecord } from '../../../shared/device/device.ts';
import { GraphError } from '../../graph/graphError.ts';
import {
  findAutopilotDevices,
  getAutopilotDevices,
  listAutopilotDevices,
} from '../../graph/resources/autopilotDevices.ts';
import type { AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { isSameDevice } from './isSameDevice.ts';
import { recordDevice } from './recordDevice.ts';

export interface Refreshed {
  /** Devices that Microsoft told about. */
  readonly read: number;
  readonly changed: number;
  /** Devices of the tenant that are not in the queue. */
  readonly notInQueue: number;
}

/** Reads the whole Autopilot list of a tenant, then by themselves those devices whose row leaves something open. */
export async function refreshTenant(
  context: MicrosoftContext,
  tenantId: string,
  signal: AbortSignal,
): Promise<Refreshed> {
  const { client } = await context.connections.connectionTo(tenantId);
  const seen = new Set<string>();
  const changed = new Set<string>();
  const toRead = new Set<string>();
  let read = 0;
  for await (const page of listAutopilotDevices(client, signal)) {
    read += page.length;
    context.store.write(() => {
      for (const row of page) {
        const device = deviceOf(context, tenantId, row);
        if (device === null) continue;
        seen.add(device.id);
        const recorded = recordDevice(context, device.id, row);
        if (recorded === null) continue;
        if (recorded.isChanged) changed.add(device.id);
        if (recorded.isChanged || isIncomplete(recorded.device)) toRead.add(device.id);
      }
    });
  }
  for (const id of markGone(context, tenantId, seen)) changed.add(id);
  const hydrated = await refreshDevices(context, tenantId, [...toRead], signal);
  for (const id of hydrated.changed) changed.add(id);
  context.tenants.markRefreshed(tenantId);
  if (changed.size > 0) context.publish('devices.changed');
  return { read, changed: changed.size, notInQueue: read - seen.size };
}

/** Reads devices by themselves, with the profile each has. Those without a ZTDID are looked for by serial number. */
export async function refreshDevices(
  context: MicrosoftContext,
  tenantId: string,
  deviceIds: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly read: number; readonly changed: ReadonlySet<string> }> {
  const { client } = await context.connections.connectionTo(tenantId);
  const devices = deviceIds.flatMap((id) => context.devices.get(id) ?? []);
  const found = new Map<string, string>();
  for (const device of devices) {
    const ztdId = device.ztdId ?? (await ztdIdBySerial(device));
    if (ztdId !== null) found.set(ztdId, device.id);
  }
  const answers = await getAutopilotDevices(client, [...found.keys()], signal);
  const changed = new Set<string>();
  let read = 0;
  context.store.write(() => {
    for (const [ztdId, answer] of answers) {
      const deviceId = found.get(ztdId);
      if (deviceId === undefined || answer === null || answer instanceof GraphError) continue;
      read += 1;
      if (recordDevice(context, deviceId, answer)?.isChanged === true) changed.add(deviceId);
    }
  });
  const refused = [...answers.values()].find((answer) => answer instanceof GraphError);
  if (read === 0 && refused !== undefined) throw refused;
  if (changed.size > 0) context.publish('devices.changed');
  return { read, changed };

  async function ztdIdBySerial(device: DeviceRecord): Promise<string | null> {
    const rows = await findAutopilotDevices(client, device.serialNumber, signal);
    return rows.find((row) => isSameDevice(device, row))?.id ?? null;
  }
}

/** The device of the queue that a row tells about: by ZTDID, else the only one that looks the same. */
function deviceOf({ devices }: MicrosoftContext, tenantId: string, row: AutopilotDeviceRow): DeviceRecord | null {
  const known = devices.withZtdId(row.id).find((device) => device.tenantId === tenantId);
  if (known !== undefined) return known;
  if (row.serialNumber === null) return null;
  const alike = devices
    .withSerialNumber(row.serialNumber, tenantId)
    .filter((device) => isSameDevice(device, row) && mayBeNewlyRegistered(device));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** A device with another ZTDID of its own is another registration; one whose registration is over may have a new one. */
function mayBeNewlyRegistered(device: DeviceRecord): boolean {
  return device.ztdId === null || device.registration === 'removed' || device.registration === 'none';
}

function isIncomplete(device: DeviceRecord): boolean {
  return (
    device.profile === 'assigned' &&
    (device.profileName === null || device.profileAssignedAt === null || device.profileAllowsPreProvisioning === null)
  );
}

/** Registered devices that the whole list does not show any more: somebody deregistered them elsewhere. */
function markGone(context: MicrosoftContext, tenantId: string, seen: ReadonlySet<string>): readonly string[] {
  const gone = context.devices.registeredIn(tenantId).filter(({ id }) => !seen.has(id));
  context.store.write(() => {
    for (const { id } of gone) {
      context.devices.change(id, { registration: 'removed', registrationAt: context.ports.clock.now().toISOString() });
      context.history.add({
        deviceId: id,
        subject: 'registration',
        sentence: 'The tenant does not list the device any more; it was deregistered elsewhere.',
        source: 'Microsoft',
        from: 'registered',
        to: 'removed',
      });
    }
  });
  return gone.map(({ id }) => id);
}
