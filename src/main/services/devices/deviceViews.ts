import { AppError } from '../../../shared/outcome/appError.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceViewOf } from '../../../shared/devices/deviceViewOf.ts';
import type { StatusPage } from '../../../shared/esp/statusPage.ts';
import type { QueueRow } from '../../store/deviceList.ts';
import type { TenantReading } from '../../store/tenantReadings.ts';
import { espByReading } from '../esp/espOfDevice.ts';
import type { ServiceStores } from '../serviceStores.ts';

export interface DeviceViews {
  readonly of: (listed: QueueRow) => DeviceView;
  /** Of a list: what belongs to a tenant is read once, not for each of its devices. */
  readonly ofAll: (listed: readonly QueueRow[]) => DeviceView[];
  /** @throws AppError `not-found` */
  readonly get: (id: string) => DeviceView;
}

/** Devices of the queue with what follows from them at this moment, and what is true of their wishes. */
export function createDeviceViews(
  { deviceList: list, esp }: Pick<ServiceStores, 'deviceList' | 'esp'>,
  now: () => Date,
): DeviceViews {
  const viewOf = (
    { device, failedWishes, openWishes, groupIds, ...beside }: QueueRow,
    pages: TenantReading<StatusPage> | null,
  ): DeviceView =>
    deviceViewOf(
      device,
      { ...beside, changes: { open: openWishes, failed: failedWishes }, esp: espByReading(pages, groupIds) },
      now(),
    );
  const of = (listed: QueueRow): DeviceView => viewOf(listed, esp.get(listed.device.tenantId));
  return {
    of,
    ofAll(listed) {
      const tenantIds = new Set(listed.map(({ device }) => device.tenantId));
      const pages = new Map([...tenantIds].map((id) => [id, esp.get(id)]));
      return listed.map((row) => viewOf(row, pages.get(row.device.tenantId) ?? null));
    },
    get(id) {
      const found = list.get(id);
      if (found === null) throw unknownDevice();
      return of(found);
    },
  };
}

/** `not-found`: the id is of no device, or of one that was taken off the queue. */
export function unknownDevice(): AppError {
  return new AppError('not-found', 'This device is not in the queue.', {
    remedy: 'Search the queue for its serial number.',
  });
}
