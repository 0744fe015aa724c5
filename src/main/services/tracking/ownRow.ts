import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { Collected } from '../../graph/paging.ts';
import type { AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { DeviceStore } from '../../store/deviceStore.ts';
import { isSameDevice, isSurelySameDevice } from './isSameDevice.ts';

/**
 * Which row of Microsoft's list is a device of the queue. The first of these that is found:
 * 1. the row with its ZTDID;
 * 2. the only row with its maker, model and serial number, where no other device of the queue has all three;
 * 3. the only row with its serial number, where the list is complete and no other device of the queue can be meant.
 *
 * Null where several rows can be meant: the row decides what is changed and deleted, so a person has to tell.
 */
export function ownRow(
  devices: Pick<DeviceStore, 'withSerialNumber' | 'withZtdId'>,
  device: DeviceRecord,
  { rows, isWhole }: Collected<AutopilotDeviceRow>,
): AutopilotDeviceRow | null {
  const known = rows.find(({ id }) => id === device.ztdId);
  if (known !== undefined) return known;
  const isOther = ({ id, tenantId }: DeviceRecord): boolean => id !== device.id && tenantId === device.tenantId;
  const alike = rows.filter((row) => isSameDevice(device, row) && !devices.withZtdId(row.id).some(isOther));
  const sure = alike.filter((row) => isSurelySameDevice(device, row));
  const isSure = sure.length > 0 || !isWhole;
  const row = onlyOne(isSure ? sure : alike);
  if (row === null) return null;
  const rivals = devices
    .withSerialNumber(row.serialNumber?.trim() ?? '', device.tenantId)
    .filter((other) => isOther(other) && mayBeNewlyRegistered(other));
  return rivals.some((other) => (isSure ? isSurelySameDevice : isSameDevice)(other, row)) ? null : row;
}

/** A device with another ZTDID of its own is another registration; one whose registration is over may have a new one. */
export function mayBeNewlyRegistered({ ztdId, registration }: DeviceRecord): boolean {
  return ztdId === null || registration === 'removed' || registration === 'none';
}

function onlyOne<Row>(rows: readonly Row[]): Row | null {
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
