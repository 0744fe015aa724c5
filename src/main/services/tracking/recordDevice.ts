import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { AutopilotDevice, AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
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
  if ('deploymentProfile' in seen) {
    const before = devices.microsoftOf(deviceId)?.properties ?? null;
    for (const event of changesElsewhere(device, before, seen)) history.add({ ...event, deviceId });
  }
  for (const event of events) history.add({ ...event, deviceId: device.id });
  const isChanged = Object.keys(change).length > 0;
  const after = isChanged ? devices.change(device.id, change) : device;
  if ('deploymentProfile' in seen) devices.keepMicrosoft(device.id, seen.properties);
  if (after.registration === 'registered' && device.registration !== 'registered') {
    jobs.announce(registeredFact(device.id));
  }
  return { device: after, isChanged };
}
