import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import { findAutopilotDevices, getAutopilotDevice } from '../../graph/resources/autopilotDevices.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import {
  findEntraDeviceByDeviceId,
  findEntraDeviceByZtdId,
  type EntraDevice,
} from '../../graph/resources/entraDevices.ts';
import { getManagedDevice, type ManagedDevice } from '../../graph/resources/managedDevices.ts';
import { isSurelySameDevice } from '../tracking/isSameDevice.ts';

/** What each service holds of a device, read before anything is deleted. */
export interface FoundRecords {
  readonly autopilot: AutopilotDevice | null;
  readonly managed: ManagedDevice | null;
  /** Undefined where the account may not read Entra devices. */
  readonly entra: EntraDevice | null | undefined;
}

/**
 * Reads what each service holds of a device, by exact ids that lead from one record to the next. A serial number only finds
 * the Autopilot device where its ZTDID is not known, and then it must be the only one of exactly that maker and model.
 */
export async function findRemovalRecords(
  client: GraphClient,
  device: DeviceRecord,
  signal: AbortSignal,
): Promise<FoundRecords> {
  const autopilot = await autopilotDeviceOf(client, device, signal);
  const managedId = autopilot?.managedDeviceId ?? device.managedDeviceId;
  return {
    autopilot,
    managed: managedId === null ? null : await getManagedDevice(client, managedId, signal),
    entra: await entraDeviceOf(client, autopilot?.entraDeviceId ?? device.entraDeviceId, autopilot?.id ?? null, signal),
  };
}

async function autopilotDeviceOf(
  client: GraphClient,
  device: DeviceRecord,
  signal: AbortSignal,
): Promise<AutopilotDevice | null> {
  if (device.ztdId !== null) return getAutopilotDevice(client, device.ztdId, signal);
  const { rows, isWhole } = await findAutopilotDevices(client, device.serialNumber, signal);
  // The rows that are missing may hold the device, or another one like it: nothing is planned from an incomplete list.
  if (!isWhole) throw cutOff();
  const same = rows.filter((row) => isSurelySameDevice(device, row));
  const only = same.length === 1 ? same[0] : undefined;
  return only === undefined ? null : getAutopilotDevice(client, only.id, signal);
}

function cutOff(): GraphError {
  return new GraphError(
    'Microsoft’s list of devices ended early, so that it is not certain which record is this device’s. Refresh the device, then try again.',
    { kind: 'unavailable', code: 'cutOff' },
  );
}

async function entraDeviceOf(
  client: GraphClient,
  entraDeviceId: string | null,
  ztdId: string | null,
  signal: AbortSignal,
): Promise<EntraDevice | null | undefined> {
  try {
    if (entraDeviceId !== null) return await findEntraDeviceByDeviceId(client, entraDeviceId, signal);
    return ztdId === null ? null : await findEntraDeviceByZtdId(client, ztdId, signal);
  } catch (error) {
    // Only shown, never touched: without the right to read it the removal is no different.
    if (error instanceof GraphError && error.kind === 'forbidden') return undefined;
    throw error;
  }
}
