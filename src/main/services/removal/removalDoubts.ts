import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { RemovalDoubt } from '../../../shared/removal/removalWords.ts';
import { isSurelySameDevice } from '../tracking/isSameDevice.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import type { FoundRecords } from './findRemovalRecords.ts';

/** Why a record that would be deleted may be another device's: each is for a person to decide. */
export function removalDoubts(
  device: DeviceRecord,
  { autopilot, managed }: Pick<FoundRecords, 'autopilot' | 'managed'>,
): RemovalDoubt[] {
  const doubts: RemovalDoubt[] = [];
  if (managed !== null && foldSerial(managed.serialNumber) !== foldSerial(device.serialNumber)) {
    doubts.push(
      foldSerial(managed.serialNumber) === ''
        ? { code: 'removal.intuneWithoutSerial' }
        : { code: 'removal.intuneOtherSerial', found: managed.serialNumber ?? '', expected: device.serialNumber },
    );
  }
  if (autopilot !== null && !isSurelySameDevice(device, autopilot)) {
    doubts.push({ code: 'removal.autopilotOther', found: identityOf(autopilot), expected: identityOf(device) });
  }
  return doubts;
}

function identityOf({
  manufacturer,
  model,
  serialNumber,
}: Pick<DeviceRecord, 'manufacturer' | 'model' | 'serialNumber'>) {
  return { manufacturer, model, serialNumber };
}
