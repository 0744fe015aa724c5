import type { DeviceRecord } from '../../../shared/device/device.ts';
import { hasExpired } from '../../../shared/device/dueDates.ts';
import type { DeviceList } from '../../store/deviceList.ts';
import type { ServiceContext } from '../serviceContext.ts';

const awaitingUserFlow = {
  search: '',
  nextSteps: [],
  registration: [],
  profile: [],
  enrollment: [],
  bench: ['succeeded' as const],
  reseal: ['notResealed' as const, 'resealed' as const, 'shipped' as const],
};

/** Marks the devices whose six months are over; returns how many. */
export function expireOverdueDevices(context: ServiceContext, list: DeviceList): number {
  const expired = context.store.write(
    () =>
      list.ids(awaitingUserFlow).filter((id) => {
        const device = context.devices.get(id);
        return device !== null && expireIfOverdue(context, device) !== device;
      }).length,
  );
  if (expired > 0) context.publish('devices.changed');
  return expired;
}

const HOUR_MS = 60 * 60_000;

/** Marks overdue devices once an hour, until the signal aborts. */
export async function watchExpiry(context: ServiceContext, list: DeviceList, signal: AbortSignal): Promise<void> {
  const { clock, log } = context.ports;
  await clock.wait(HOUR_MS, signal);
  while (!signal.aborted) {
    try {
      expireOverdueDevices(context, list);
    } catch (error) {
      // The next hour tries again; a queue that is busy or full must not end the program from here.
      log.error('expiry.failed', { reason: String(error) });
    }
    await clock.wait(HOUR_MS, signal);
  }
}

/** The device as time has left it: expired where its six months are over. For use within a write transaction. */
export function expireIfOverdue({ ports, devices, history }: ServiceContext, device: DeviceRecord): DeviceRecord {
  if (!hasExpired(device, ports.clock.now())) return device;
  history.add({
    deviceId: device.id,
    subject: 'reseal',
    sentence: 'Six months are over since the technician flow: it must be run again.',
    source: 'Reseal',
    from: device.reseal,
    to: 'expired',
  });
  return devices.change(device.id, { reseal: 'expired' });
}
