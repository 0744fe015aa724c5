import { AppError } from '../../../shared/outcome/appError.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { REMOVAL } from './deregisterSteps.ts';
import { INTUNE_RECORD } from './intuneRecordSteps.ts';

const running = {
  [REMOVAL]: 'The device is being deregistered already; see Activity.',
  [INTUNE_RECORD]: 'Its Intune record is being deleted already; see Activity.',
};

/** @throws AppError where the serial number was typed wrong, or records of the device are being deleted already */
export function refuseUnconfirmed(
  { jobList }: Pick<ServiceContext, 'jobList'>,
  device: DeviceRecord,
  confirmedSerialNumber: string,
): void {
  if (foldSerial(confirmedSerialNumber) !== foldSerial(deviceTitle(device))) {
    throw new AppError('invalid-input', 'The serial number typed is not that of this device.', {
      remedy: 'Type the serial number as the device page shows it.',
    });
  }
  const page = jobList.page({ deviceIds: [device.id], states: ['waiting', 'leased', 'retrying'] });
  for (const kind of [REMOVAL, INTUNE_RECORD] as const) {
    if (page.some((job) => job.kind === kind)) throw new AppError('conflict', running[kind]);
  }
}
