import { AppError } from '../../../shared/outcome/appError.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import { heldBackWords, type HeldBackReason } from '../../../shared/removal/heldBackWords.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { REMOVAL } from './deregisterJob.ts';
import { INTUNE_RECORD } from './intuneRecordSteps.ts';

const running = {
  [REMOVAL]: { code: 'removal.isRunning' },
  [INTUNE_RECORD]: { code: 'removal.recordIsRunning' },
} as const satisfies Record<string, HeldBackReason>;

/** What is being deleted of a device already; null where nothing is. */
export function runningDeletion({ jobList }: Pick<ServiceContext, 'jobList'>, deviceId: string): HeldBackReason | null {
  const page = jobList.page({ deviceIds: [deviceId], states: ['waiting', 'leased', 'retrying'] });
  for (const kind of [REMOVAL, INTUNE_RECORD] as const) {
    if (page.some((job) => job.kind === kind)) return running[kind];
  }
  return null;
}

/** @throws AppError where the serial number was typed wrong, or records of the device are being deleted already */
export function refuseUnconfirmed(
  context: Pick<ServiceContext, 'jobList'>,
  device: DeviceRecord,
  confirmedSerialNumber: string,
): void {
  if (foldSerial(confirmedSerialNumber) !== foldSerial(deviceTitle(device))) {
    throw new AppError('invalid-input', 'The serial number typed is not that of this device.', {
      remedy: 'Type the serial number as the device page shows it.',
    });
  }
  const deletion = runningDeletion(context, device.id);
  if (deletion !== null) throw new AppError('conflict', heldBackWords(deletion));
}
