import { isPlaceholder } from '../../../shared/intake/placeholderSerials.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';

/**
 * Whether a device of the queue is the one that Microsoft lists, where no ZTDID says so. A serial number that firmware
 * gives by default says nothing, and one serial number may be two makers'.
 */
export function isSameDevice(
  device: Pick<DeviceRecord, 'serialNumber' | 'manufacturer' | 'model'>,
  seen: Pick<AutopilotDeviceRow, 'serialNumber' | 'manufacturer' | 'model'>,
): boolean {
  if (device.serialNumber === null || seen.serialNumber === null || isPlaceholder(device.serialNumber)) return false;
  if (fold(device.serialNumber) !== fold(seen.serialNumber)) return false;
  return !(differs(device.manufacturer, seen.manufacturer) && differs(device.model, seen.model));
}

/** Whether serial number, maker and model are known on both sides and agree: enough to find what is to be deleted. */
export function isSurelySameDevice(
  device: Pick<DeviceRecord, 'serialNumber' | 'manufacturer' | 'model'>,
  seen: Pick<AutopilotDeviceRow, 'serialNumber' | 'manufacturer' | 'model'>,
): boolean {
  return (
    isSameDevice(device, seen) && agrees(device.manufacturer, seen.manufacturer) && agrees(device.model, seen.model)
  );
}

function agrees(ours: string | null, theirs: string | null): boolean {
  return ours !== null && theirs !== null && fold(ours) === fold(theirs);
}

function differs(ours: string | null, theirs: string | null): boolean {
  return ours !== null && theirs !== null && fold(ours) !== fold(theirs);
}

const fold = (text: string): string => text.trim().toLowerCase();
