import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import { findAutopilotDevices, getAutopilotDevice } from '../../graph/resources/autopilotDevices.ts';
import type { AutopilotDevice, AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import { findEntraDevices, type EntraDevice, type WantedEntraDevices } from '../../graph/resources/entraDevices.ts';
import { getManagedDeviceWithJoin, type ManagedDevice } from '../../graph/resources/managedDevices.ts';
import type { DeviceStore } from '../../store/deviceStore.ts';
import { isSurelySameDevice } from '../tracking/isSameDevice.ts';
import { ownRow } from '../tracking/ownRow.ts';
import { wantedInEntra } from './wantedInEntra.ts';

/** Where other devices of the queue are found that may be meant as well. */
export type TwinsOfDevice = Pick<DeviceStore, 'withSerialNumber' | 'withZtdId'>;

/** What each service holds of a device, read before anything is deleted. */
export interface FoundRecords {
  readonly autopilot: AutopilotDevice | null;
  readonly managed: ManagedDevice | null;
  /** None, one, or the two of a hybrid device; undefined where the account may not read Entra devices. */
  readonly entra: readonly EntraDevice[] | undefined;
}

/**
 * Reads what each service holds of a device, by exact ids that lead from one record to the next. A serial number only finds
 * the Autopilot device where its ZTDID is not known, and then it must be the only one of exactly that maker and model, and no
 * other device of the queue may be the one that is registered.
 * @throws AppError `conflict` where a device that is listed may be this one or its twin
 */
export async function findRemovalRecords(
  client: GraphClient,
  devices: TwinsOfDevice,
  device: DeviceRecord,
  signal: AbortSignal,
): Promise<FoundRecords> {
  const autopilot = await findAutopilotRecord(client, devices, device, signal);
  const managedId = autopilot?.managedDeviceId ?? device.managedDeviceId;
  const managed = managedId === null ? null : await getManagedDeviceWithJoin(client, managedId, signal);
  return { autopilot, managed, entra: await entraDevicesOf(client, wantedInEntra(device, autopilot, managed), signal) };
}

/** The Autopilot device of a device of the queue, beyond doubt; null where none is listed. */
export async function findAutopilotRecord(
  client: GraphClient,
  devices: TwinsOfDevice,
  device: DeviceRecord,
  signal: AbortSignal,
): Promise<AutopilotDevice | null> {
  if (device.ztdId !== null) return getAutopilotDevice(client, device.ztdId, signal);
  const { rows, isWhole } = await findAutopilotDevices(client, device.serialNumber, signal);
  // The rows that are missing may hold the device, or another one like it: nothing is planned from an incomplete list.
  if (!isWhole) throw cutOff();
  const own = ownRow(devices, device, { rows, isWhole });
  if (own !== null && isSurelySameDevice(device, own)) return getAutopilotDevice(client, own.id, signal);
  const isAnothers = ({ id }: AutopilotDeviceRow): boolean => devices.withZtdId(id).some(isOtherThan(device));
  if (rows.some((row) => isSurelySameDevice(device, row) && !isAnothers(row))) throw twins(device);
  return null;
}

const isOtherThan =
  ({ id, tenantId }: DeviceRecord) =>
  (other: DeviceRecord): boolean =>
    other.id !== id && other.tenantId === tenantId;

function twins(device: DeviceRecord): AppError {
  return new AppError(
    'conflict',
    `Two devices have the maker, model and serial number of ${deviceTitle(device)}; which of them is registered cannot be told.`,
    { remedy: 'Scan the QR code that the device shows when it starts, so that its ZTDID is known, then try again.' },
  );
}

function cutOff(): GraphError {
  return new GraphError(
    'Microsoft’s list of devices ended early, so that it is not certain which record is this device’s. Refresh the device, then try again.',
    { kind: 'unavailable', code: 'cutOff' },
  );
}

async function entraDevicesOf(
  client: GraphClient,
  wanted: WantedEntraDevices,
  signal: AbortSignal,
): Promise<readonly EntraDevice[] | undefined> {
  const found = (await findEntraDevices(client, [wanted], signal)).get(wanted.key) ?? [];
  if (!(found instanceof GraphError)) return found;
  // Only shown, never touched: without the right to read it the removal is no different.
  if (found.kind === 'forbidden') return undefined;
  throw found;
}
