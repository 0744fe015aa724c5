import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { GraphError } from '../../graph/graphError.ts';
import { collect } from '../../graph/paging.ts';
import {
  findAutopilotDevices,
  getAutopilotDevices,
  listAutopilotDevices,
} from '../../graph/resources/autopilotDevices.ts';
import type { AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import { registeredByPageAt } from '../../../shared/scans/pageEvidence.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { saysNothingOfProfile } from './deviceFacts.ts';
import { ownRow } from './ownRow.ts';
import { recordDevice } from './recordDevice.ts';

/** A device that was just registered may be unknown to Graph for a while. */
const LISTED_WITHIN_MS = 15 * 60_000;
/** After how many devices the results are written down, so that a long reading loses nothing. */
const DEVICES_AT_ONCE = 100;
/** Up to so many rows are looked for one by one; for more the list is read. */
const ROWS_ONE_BY_ONE = 3;

export interface ReadDevices {
  /** Devices that Microsoft told about. */
  readonly read: number;
  readonly changed: ReadonlySet<string>;
  /** Devices that could not be read this time. */
  readonly failed: number;
}

/**
 * Reads devices by themselves, with the profile each has. Those without a ZTDID are looked for by serial number. A
 * registered device whose ZTDID Graph does not know any more was deregistered elsewhere.
 * @throws GraphError where none could be read
 */
export async function refreshDevices(
  context: ServiceContext,
  tenantId: string,
  deviceIds: readonly string[],
  signal: AbortSignal,
): Promise<ReadDevices> {
  const { client, pace } = await context.connections.connectionTo(tenantId);
  const changed = new Set<string>();
  let read = 0;
  const refusals: GraphError[] = [];
  for (let start = 0; start < deviceIds.length; start += DEVICES_AT_ONCE) {
    const devices = deviceIds
      .slice(start, start + DEVICES_AT_ONCE)
      .flatMap((id) => context.store.setAside.orNull(() => context.devices.get(id)) ?? []);
    const found = await withZtdIds(devices);
    const silent = new Map<string, string>();
    const answers = await getAutopilotDevices(client, [...found.keys()], signal);
    context.store.write(() => {
      for (const [ztdId, answer] of answers) {
        const deviceId = found.get(ztdId);
        if (deviceId === undefined) continue;
        if (answer instanceof GraphError) {
          refusals.push(answer);
        } else if (answer === null) {
          if (markGone(context, deviceId, pace(LISTED_WITHIN_MS))) changed.add(deviceId);
        } else {
          read += 1;
          if (recordDevice(context, deviceId, answer)?.isChanged === true) changed.add(deviceId);
          if (saysNothingOfProfile(answer) && devices.some(isWithoutProfile(deviceId))) silent.set(ztdId, deviceId);
        }
      }
    });
    const rows = await rowsOf(devices, silent);
    context.store.write(() => {
      for (const row of rows) {
        const deviceId = silent.get(row.id);
        if (deviceId !== undefined && recordDevice(context, deviceId, row)?.isChanged === true) changed.add(deviceId);
      }
    });
  }
  if (changed.size > 0) context.publish('devices.changed');
  const [refused] = refusals;
  if (read === 0 && refused !== undefined) throw refused;
  return { read, changed, failed: refusals.length };

  /** The ids of devices by their ZTDIDs, as far as these are known or can be found out. */
  async function withZtdIds(devices: readonly DeviceRecord[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const device of devices) {
      const ztdId = device.ztdId ?? (await ztdIdBySerial(device));
      if (ztdId !== null) found.set(ztdId, device.id);
    }
    return found;
  }

  /** The rows of devices whose single read says nothing of the profile: in the list it is right. */
  async function rowsOf(
    devices: readonly DeviceRecord[],
    silent: ReadonlyMap<string, string>,
  ): Promise<readonly AutopilotDeviceRow[]> {
    if (silent.size === 0) return [];
    if (silent.size > ROWS_ONE_BY_ONE) return (await collect(listAutopilotDevices(client, signal))).rows;
    const ids = new Set(silent.values());
    const rows: AutopilotDeviceRow[] = [];
    for (const { id, registeredSerialNumber, serialNumber } of devices) {
      if (!ids.has(id)) continue;
      rows.push(...(await findAutopilotDevices(client, registeredSerialNumber ?? serialNumber, signal)).rows);
    }
    return rows;
  }

  async function ztdIdBySerial(device: DeviceRecord): Promise<string | null> {
    return ownRow(context.devices, device, await findAutopilotDevices(client, device.serialNumber, signal))?.id ?? null;
  }
}

const isWithoutProfile =
  (deviceId: string) =>
  ({ id, profile }: DeviceRecord): boolean =>
    id === deviceId && profile !== 'assigned';
/** What the code on its page told is not so in this tenant. */
const nowhereRegistered: DeviceChange = {
  registration: 'none',
  registrationAt: null,
  registeredBy: null,
  ztdId: null,
  pageScannedAt: null,
};

/**
 * Marks a registered device as deregistered elsewhere, where it was registered so long ago that Graph must know it.
 * Returns whether it did.
 */
function markGone({ devices, history, ports }: ServiceContext, deviceId: string, listedWithinMs: number): boolean {
  const device = devices.get(deviceId);
  if (device?.registration !== 'registered') return false;
  const now = ports.clock.now();
  // A registration of a later day than today: the clock was set back since, and tells nothing about how long ago it was.
  const agoMs = Math.abs(now.getTime() - Date.parse(device.registrationAt ?? ''));
  if (agoMs <= listedWithinMs) return false;
  if (registeredByPageAt(device) !== null) {
    devices.change(deviceId, nowhereRegistered);
    history.add({
      deviceId,
      subject: 'registration',
      sentence:
        'Microsoft does not know the ZTDID of the scanned code in this tenant: the device may be another customer’s. Ask whose it is.',
      source: 'Microsoft',
      from: 'registered',
      to: 'none',
    });
    return true;
  }
  devices.change(deviceId, { registration: 'removed', registrationAt: now.toISOString() });
  history.add({
    deviceId,
    subject: 'registration',
    sentence: 'Microsoft does not know the device’s ZTDID any more; it was deregistered elsewhere.',
    source: 'Microsoft',
    from: 'registered',
    to: 'removed',
  });
  return true;
}
