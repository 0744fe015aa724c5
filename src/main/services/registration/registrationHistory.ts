import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import type { ServiceContext } from '../serviceContext.ts';

type HistoryContext = Pick<ServiceContext, 'devices' | 'history' | 'ports'>;

interface Said {
  readonly sentence: string;
  readonly source: string;
  readonly change?: DeviceChange;
}

/** Changes what is known about a device's registration, and says so in its history. Belongs in a transaction. */
export function changeRegistration(
  context: HistoryContext,
  device: DeviceRecord,
  to: DeviceRecord['registration'],
  said: Said,
): DeviceRecord {
  // Who waited for Microsoft holds the device as it was before: the history tells what it is now.
  return changeRegistrationFrom(context, context.devices.get(device.id) ?? device, to, said);
}

/** The same of a device that was read in this transaction. */
export function changeRegistrationFrom(
  { devices, history, ports }: HistoryContext,
  before: DeviceRecord,
  to: DeviceRecord['registration'],
  said: Said,
): DeviceRecord {
  history.add({
    deviceId: before.id,
    subject: 'registration',
    sentence: said.sentence,
    source: said.source,
    from: before.registration,
    to,
  });
  return devices.changeFrom(before, {
    registrationError: null,
    ...said.change,
    registration: to,
    registrationAt: ports.clock.now().toISOString(),
  });
}

const onTheWay: readonly DeviceRecord['registration'][] = ['none', 'failed', 'queued', 'submitted', 'pending'];

/**
 * The device as it is now, where its registration can still be brought on; whoever waited for Microsoft holds it as it was before.
 * Null where it was found in the tenant meanwhile, or is being removed. Belongs in the transaction that changes it.
 */
export function stillOnTheWay(
  { devices }: Pick<ServiceContext, 'devices'>,
  { id }: Pick<DeviceRecord, 'id'>,
): DeviceRecord | null {
  const device = devices.get(id);
  return device !== null && onTheWay.includes(device.registration) ? device : null;
}

/** The same, changed where it still is on its way; false where it is not. */
export function changeOnTheWay(
  context: HistoryContext,
  device: Pick<DeviceRecord, 'id'>,
  to: DeviceRecord['registration'],
  said: Said,
): boolean {
  const now = stillOnTheWay(context, device);
  if (now !== null) changeRegistrationFrom(context, now, to, said);
  return now !== null;
}
