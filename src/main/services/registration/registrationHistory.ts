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
    from: device.registration,
    to,
  });
  return devices.change(device.id, {
    registrationError: null,
    ...said.change,
    registration: to,
    registrationAt: ports.clock.now().toISOString(),
  });
}
