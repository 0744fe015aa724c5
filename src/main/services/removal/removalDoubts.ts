import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { isSurelySameDevice } from '../tracking/isSameDevice.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import type { FoundRecords } from './findRemovalRecords.ts';

/** Why a record that would be deleted may be another device's, each as a sentence for the person who decides. */
export function removalDoubts(device: DeviceRecord, { autopilot, managed }: FoundRecords): string[] {
  const doubts: string[] = [];
  if (managed !== null && foldSerial(managed.serialNumber) !== foldSerial(device.serialNumber)) {
    doubts.push(
      foldSerial(managed.serialNumber) === ''
        ? 'Intune does not tell the serial number of its record. Look at the record in Intune before it is deleted.'
        : `Intune’s record has the serial number ${managed.serialNumber ?? ''}, not ${device.serialNumber}. It may be another device.`,
    );
  }
  if (autopilot !== null && !isSurelySameDevice(device, autopilot)) {
    doubts.push(
      `Windows Autopilot lists ${identityTextOf(autopilot)}, the queue ${identityTextOf(device)}. It may be another device.`,
    );
  }
  return doubts;
}

function identityTextOf({
  manufacturer,
  model,
  serialNumber,
}: {
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serialNumber: string | null;
}): string {
  return `${manufacturer ?? 'an unknown maker'}, ${model ?? 'an unknown model'}, ${serialNumber ?? 'no serial number'}`;
}
