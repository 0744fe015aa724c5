import { awaitsUserFlow, isUserFlowSeen } from '../../../shared/bench/userFlowSeen.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import type { ManagedDevice } from '../../graph/resources/managedDevices.ts';
import { noIntuneRecord } from '../../../shared/tracking/noIntuneRecord.ts';
import type { ServiceContext } from '../serviceContext.ts';

type Stores = Pick<ServiceContext, 'devices' | 'history' | 'ports'>;

/**
 * Writes down what Intune's own record tells of a device's use, and that its user flow is over where it shows that. Belongs in
 * a transaction. Returns whether anything but the time of asking changed.
 * @param seen null where Intune has no such record any more
 */
export function recordIntune(context: Stores, deviceId: string, seen: ManagedDevice | null): boolean {
  const { devices, ports } = context;
  const device = devices.get(deviceId);
  if (device === null || (seen !== null && !isOf(device, seen))) return false;
  const at = ports.clock.now().toISOString();
  const known: Readonly<Record<string, unknown>> = device;
  const facts = seen === null ? noIntuneRecord : factsOf(device, seen, at);
  const isChanged = Object.entries(facts).some(([name, value]) => known[name] !== value);
  const after = isChanged ? devices.change(deviceId, facts) : device;
  if (isUserFlowSeen(after)) recordUserFlowSeen(context, after, 'Intune', after.intuneContactAt ?? at);
  devices.intuneAsked(deviceId);
  return isChanged;
}

/** The record was found by its id; its serial number is the check that this is the device's. */
function isOf({ serialNumber, registeredSerialNumber }: DeviceRecord, seen: ManagedDevice): boolean {
  const found = foldSerial(seen.serialNumber);
  return found !== '' && [serialNumber, registeredSerialNumber].some((known) => foldSerial(known) === found);
}

function factsOf(device: DeviceRecord, seen: ManagedDevice, at: string) {
  const isOther = seen.lastSyncTold !== device.intuneContactTold;
  return {
    intuneEnrolledAt: notAfter(at, seen.enrolledAt),
    // A contact in the future, such as the practice tenant's, was when it was first told of.
    intuneContactAt: isOther ? notAfter(at, seen.lastSyncAt) : device.intuneContactAt,
    intuneContactTold: seen.lastSyncTold,
    // The enrolling user and the primary user are the same here: without a user's sign-in there is neither.
    intuneHasUser: seen.userPrincipalName !== null,
  };
}

const notAfter = (at: string, told: string | null): string | null => (told !== null && told > at ? at : told);

/** The user's part is over, as Microsoft shows it: nobody has to record it. Belongs in a transaction. */
export function recordUserFlowSeen(
  { devices, history }: Pick<Stores, 'devices' | 'history'>,
  device: DeviceRecord,
  source: 'Intune' | 'Deployment report',
  at: string,
): void {
  if (!awaitsUserFlow(device)) return;
  devices.change(device.id, { reseal: 'userFlowDone', userFlowDoneAt: at });
  history.add({
    deviceId: device.id,
    subject: 'reseal',
    sentence: seenSentences[source],
    source,
    from: device.reseal,
    to: 'userFlowDone',
  });
}

const seenSentences = {
  Intune: 'The user flow is over: Intune shows the device in use by its user.',
  'Deployment report': 'The user flow is over: the deployment report tells that the user’s part succeeded.',
} as const;
