import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { AutopilotDevice, AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { changesElsewhere } from './changesElsewhere.ts';
import { deviceFactsOf } from './deviceFacts.ts';

/** The fact that jobs of a device wait for until it is registered. */
export const registeredFact = (deviceId: string): string => `registered:${deviceId}`;

/**
 * Writes down what Microsoft says about a device, adds to its history, and releases the jobs that waited for it.
 * Belongs in a transaction, in which it reads the device anew: others may have written while Microsoft was asked.
 */
export function recordDevice(
  { devices, history, jobs, ports }: Pick<ServiceContext, 'devices' | 'history' | 'jobs' | 'ports'>,
  deviceId: string,
  seen: AutopilotDeviceRow | AutopilotDevice,
): { readonly device: DeviceRecord; readonly isChanged: boolean } | null {
  const device = devices.get(deviceId);
  if (device === null) return null;
  const { change, events } = deviceFactsOf(device, seen, ports.clock.now());
  const before = devices.microsoftOf(deviceId)?.properties ?? null;
  if ('deploymentProfile' in seen) {
    for (const event of changesElsewhere(device, before, seen)) history.add({ ...event, deviceId });
  }
  for (const event of events) history.add({ ...event, deviceId: device.id });
  const whole = { ...change, ...registrantOf(device, change), ...(before === null ? firstHeld(device, seen) : {}) };
  const isChanged = Object.keys(whole).length > 0;
  const after = isChanged ? devices.change(device.id, whole) : device;
  if ('deploymentProfile' in seen) devices.keepMicrosoft(device.id, seen.properties);
  if (after.registration === 'registered' && device.registration !== 'registered') {
    jobs.announce(registeredFact(device.id));
  }
  return { device: after, isChanged };
}

/**
 * Where nothing was sent from here, a device that turns up registered was registered by somebody else. By a partner, where it
 * stands in a file for Partner Center, or has a purchase order, which nobody else can give it.
 */
function registrantOf(device: DeviceRecord, change: DeviceChange): DeviceChange {
  const { registration, partnerFileAt } = device;
  const isFound = change.registration === 'registered' && (registration === 'none' || registration === 'removed');
  const purchaseOrder = change.purchaseOrder ?? device.purchaseOrder;
  const byPartner = purchaseOrder !== null || (isFound && partnerFileAt !== null);
  if (byPartner && device.registeredBy !== 'here')
    return device.registeredBy === 'partner' ? {} : { registeredBy: 'partner' };
  return isFound ? { registeredBy: 'other' } : {};
}

/**
 * Group tag, user and name of a device that somebody else registered, when Microsoft tells them for the first time, as far as
 * nobody here has wished for another.
 */
function firstHeld(device: DeviceRecord, seen: AutopilotDeviceRow | AutopilotDevice): DeviceChange {
  if (device.registeredBy === 'here' || device.registeredBy === null || !('deploymentProfile' in seen)) return {};
  const { groupTag, userPrincipalName, addressableUserName, displayName } = seen;
  return {
    ...(device.groupTag === null && groupTag !== null && { groupTag }),
    ...(device.assignedUser === null &&
      userPrincipalName !== null && { assignedUser: userPrincipalName, assignedUserName: addressableUserName }),
    ...(device.deviceName === null && displayName !== null && { deviceName: displayName }),
  };
}

/**
 * Writes down what the code on a device's Autopilot page proves: that it is registered, and by which ZTDID. Its profile and all
 * else stays unknown until Microsoft is asked. Belongs in a transaction.
 */
export function recordPageCode(
  { devices, jobs, ports }: Pick<ServiceContext, 'devices' | 'jobs' | 'ports'>,
  deviceId: string,
  ztdId: string,
): void {
  const at = ports.clock.now().toISOString();
  const isOurs = isOnItsWay(devices.get(deviceId)?.registration);
  devices.change(deviceId, {
    ztdId,
    registration: 'registered',
    registrationError: null,
    registrationAt: at,
    pageScannedAt: at,
    ...(isOurs ? {} : { registeredBy: 'other' as const }),
  });
  jobs.announce(registeredFact(deviceId));
}

/** Microsoft has it from here, and only its answer is still to come. */
const isOnItsWay = (registration: DeviceRecord['registration'] | undefined): boolean =>
  registration === 'submitted' || registration === 'pending';
