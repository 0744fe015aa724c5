import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { isWholeJpeg } from './isWholeJpeg.ts';

/** A photo of a device as its report shows it. */
export interface ReportPhoto {
  readonly device: string;
  readonly addedAt: string;
  /** The small JPEG in base64 that the page made of it; null where there is none. */
  readonly jpeg: string | null;
}

/** The photos of these devices, each device's oldest first. Small pictures: a report is sent by mail. */
export function reportPhotosOf(
  devices: readonly DeviceRecord[],
  attachments: ServiceContext['attachments'],
): readonly ReportPhoto[] {
  return devices.flatMap((device) =>
    attachments
      .ofDevice(device.id)
      .filter(({ kind }) => kind === 'photo')
      .toReversed()
      .map(({ addedAt, thumbnail }) => ({
        device: deviceTitle(device),
        addedAt,
        jpeg: thumbnail !== null && isWholeJpeg(Buffer.from(thumbnail, 'base64')) ? thumbnail : null,
      })),
  );
}
