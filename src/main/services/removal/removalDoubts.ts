import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { isSurelySameDevice } from '../tracking/isSameDevice.ts';
import { foldSerial } from '../jobs/jobDevices.ts';
import type { FoundRecords } from './readRecords.ts';

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
      `Windows Autopilot lists ${identityOf(autopilot)}, the queue ${identityOf(device)}. It may be another device.`,
    );
  }
  return doubts;
}

function identityOf({
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
