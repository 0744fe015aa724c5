import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** Changes what is known about a device's registration, and says so in its history. Belongs in a transaction. */
export function changeRegistration(
  { devices, history, ports }: Pick<ServiceContext, 'devices' | 'history' | 'ports'>,
  device: DeviceRecord,
  to: DeviceRecord['registration'],
  said: { readonly sentence: string; readonly source: string; readonly change?: DeviceChange },
): DeviceRecord {
  history.add({
    deviceId: device.id,
    subject: 'registration',
    sentence: said.sentence,
    source: said.source,
    // Who waited for Microsoft holds the device as it was before: the history tells what it is now.
    from: devices.get(device.id)?.registration ?? device.registration,
    to,
  });
  return devices.change(device.id, {
    registrationError: null,
    ...said.change,
    registration: to,
    registrationAt: ports.clock.now().toISOString(),
  });
}

const onTheWay: readonly DeviceRecord['registration'][] = ['none', 'failed', 'queued', 'submitted', 'pending'];

/**
 * Brings a registration one step on. Whoever sent it has waited for the answer: where the device was found in the tenant
 * meanwhile, or is being removed, there is nothing to bring on. Belongs in a transaction.
 */
export function bringOn(
  context: Pick<ServiceContext, 'devices' | 'history' | 'ports'>,
  deviceId: string,
  to: 'submitted' | 'pending',
  said: { readonly sentence: string; readonly source: string },
): void {
  const device = context.devices.get(deviceId);
  if (device === null) return;
  const place = onTheWay.indexOf(device.registration);
  if (place >= 0 && place < onTheWay.indexOf(to)) changeRegistration(context, device, to, said);
}
