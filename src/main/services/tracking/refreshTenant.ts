import type { DeviceRecord } from '../../../shared/device/device.ts';
import { GraphError } from '../../graph/graphError.ts';
import {
  findAutopilotDevices,
  getAutopilotDevices,
  listAutopilotDevices,
} from '../../graph/resources/autopilotDevices.ts';
import type { AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { FollowedDevice } from '../../store/deviceRow.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { deviceFactsOf } from './deviceFacts.ts';
import { isSameDevice } from './isSameDevice.ts';
import { recordDevice } from './recordDevice.ts';

/** A device that was just registered may be missing in the list for a while. */
const LISTED_WITHIN_MS = 15 * 60_000;

export interface Refreshed {
  /** Devices that Microsoft told about. */
  readonly read: number;
  readonly changed: number;
  /** Devices of the tenant that are not in the queue. */
  readonly notInQueue: number;
  /** False where Microsoft's list ended early; then devices of the queue that it lacked were read one by one. */
  readonly isWhole: boolean;
}

/** Reads the whole Autopilot list of a tenant, then by themselves those devices whose row leaves something open. */
export async function refreshTenant(
  context: MicrosoftContext,
  tenantId: string,
  signal: AbortSignal,
): Promise<Refreshed> {
  const { client, pace } = await context.connections.connectionTo(tenantId);
  const before = context.devices.registeredIn(tenantId);
  const known = new Map(before.map((device) => [device.ztdId, device]));
  const seen = new Set<string>();
  const changed = new Set<string>();
  const toRead = new Set<string>();
  let read = 0;
  const pages = listAutopilotDevices(client, signal);
  let answer = await pages.next();
  for (; answer.done !== true; answer = await pages.next()) {
    const page = answer.value;
    read += page.length;
    context.store.write(() => {
      for (const row of page) {
        const device = known.get(row.id);
        const isAsBefore = device !== undefined && hasNothingNew(device, row, context.ports.clock.now());
        const recorded = isAsBefore ? { before: device, device, isChanged: false } : recordRow(context, tenantId, row);
        if (recorded === null) continue;
        seen.add(recorded.device.id);
        if (recorded.isChanged) changed.add(recorded.device.id);
        if (leavesSomethingOpen(recorded)) toRead.add(recorded.device.id);
      }
    });
  }
  if (!answer.value) context.ports.log.warn('tracking.listEndedEarly', { tenantId, read });
  // The list can end early, so what it lacks is looked at by itself before it counts as gone.
  const missing = before.filter(({ id, ztdId }) => ztdId !== null && !seen.has(id));
  const answers = await getAutopilotDevices(
    client,
    missing.flatMap(({ ztdId }) => ztdId ?? []),
    signal,
  );
  const isGone = ({ ztdId }: FollowedDevice): boolean => answers.get(ztdId ?? '') === null;
  for (const id of markGone(context, missing.filter(isGone), pace(LISTED_WITHIN_MS))) changed.add(id);
  for (const id of recordAnswers(context, known, answers)) changed.add(id);
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

interface Recorded {
  readonly before: FollowedDevice;
  readonly device: FollowedDevice;
  readonly isChanged: boolean;
}

/**
 * Whether a row calls for reading its device by itself. On its way to a profile a device has nothing more to tell, and one
 * that Reseal is registering is read by its own job.
 */
function leavesSomethingOpen({ before, device }: Recorded): boolean {
  const isFoundHere = before.registration === 'none' || before.registration === 'removed';
  return (
    (isFoundHere && device.registration === 'registered') ||
    (before.registration === 'registered' && before.enrollment !== device.enrollment) ||
    before.remediation !== device.remediation ||
    isIncomplete(device)
  );
}

function isIncomplete(device: FollowedDevice): boolean {
  return (
    device.profile === 'assigned' &&
    (device.profileName === null || device.profileAssignedAt === null || device.profileAllowsPreProvisioning === null)
  );
}

/** Most rows of a long list say what they said before; those are not worth a look into the database. */
function hasNothingNew(device: FollowedDevice, row: AutopilotDeviceRow, now: Date): boolean {
  return Object.keys(deviceFactsOf(device, row, now).change).length === 0;
}

function recordRow(context: MicrosoftContext, tenantId: string, row: AutopilotDeviceRow): Recorded | null {
  const before = deviceOf(context, tenantId, row);
  const recorded = before === null ? null : recordDevice(context, before.id, row);
  return before === null || recorded === null ? null : { before, ...recorded };
}

/** Registered devices that the whole list does not show any more: somebody deregistered them elsewhere. */
function markGone(
  { devices, history, ports, store }: MicrosoftContext,
  missing: readonly FollowedDevice[],
  listedWithinMs: number,
): readonly string[] {
  const now = ports.clock.now();
  const isOld = ({ registrationAt }: { readonly registrationAt: string | null }): boolean =>
    now.getTime() - Date.parse(registrationAt ?? '') > listedWithinMs;
  return store.write(() => {
    const gone = missing.filter((device) => isOld(device) && devices.get(device.id)?.registration === 'registered');
    for (const { id } of gone) {
      devices.change(id, { registration: 'removed', registrationAt: now.toISOString() });
      history.add({
        deviceId: id,
        subject: 'registration',
        sentence: 'The tenant does not list the device any more; it was deregistered elsewhere.',
        source: 'Microsoft',
        from: 'registered',
        to: 'removed',
      });
    }
    return gone.map(({ id }) => id);
  });
}
