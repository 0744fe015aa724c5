import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { expirySentences } from '../../../shared/bench/benchHistoryWords.ts';
import { hasExpired, resealBeforeExpiry } from '../../../shared/bench/expiry.ts';
import { deviceFilter } from '../../../shared/devices/deviceFilter.ts';
import { USER_FLOW_MONTHS } from '../../../shared/bench/userFlowWindow.ts';
import type { ServiceContext } from '../serviceContext.ts';

const awaitingUserFlow = deviceFilter.parse({
  bench: ['succeeded'],
  reseal: ['notResealed', 'resealed', 'shipped', 'expired'],
});

/** No six months are shorter: a device whose technician flow ended later need not be read. */
const SHORTEST_WINDOW_MS = USER_FLOW_MONTHS * 28 * 24 * 60 * 60_000;

/** Marks the devices whose six months are over, and takes it back where a clock ran ahead. */
export function expireOverdueDevices(context: ServiceContext): void {
  const endedBy = new Date(context.ports.clock.now().getTime() - SHORTEST_WINDOW_MS).toISOString();
  const expired = context.store.write(
    () =>
      context.deviceList.idsToExpire(awaitingUserFlow, endedBy).filter((id) => {
        // One device that cannot be read keeps no other from its expiry.
        const device = context.store.setAside.orNull(() => context.devices.get(id));
        return device !== null && expireIfOverdue(context, device) !== device;
      }).length,
  );
  if (expired > 0) context.publish('devices.changed');
}

/** The device, marked as expired where its six months are over. For use within a write transaction. */
export function expireIfOverdue({ ports, devices, history }: ServiceContext, device: DeviceRecord): DeviceRecord {
  const now = ports.clock.now();
  const change = (reseal: DeviceRecord['reseal'], sentence: string): DeviceRecord => {
    const { id: deviceId, reseal: from } = device;
    history.add({ deviceId, subject: 'reseal', sentence, source: 'Reseal', from, to: reseal });
    return devices.change(deviceId, { reseal });
  };
  if (hasExpired(device, now)) return change('expired', expirySentences.expired);
  const before = resealBeforeExpiry(device, now);
  return before === null ? device : change(before, expirySentences.takenBack);
}
