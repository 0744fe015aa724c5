import type { DeviceRecord } from '../devices/device.ts';

type Known = Pick<
  DeviceRecord,
  'hasHardwareHash' | 'registrationWay' | 'productKeyId' | 'serialNumber' | 'manufacturer' | 'model'
>;

/**
 * Whether a device that is not registered can be registered by a partner alone: it has no hash, but what Partner Center takes
 * in its place. A hash that is imported later opens the usual way again.
 * Source: "Windows Autopilot registration overview" (owners register by hardware hash; product key ID and tuple are for partners).
 */
export function goesByPartner(device: Known): boolean {
  const { hasHardwareHash, registrationWay, productKeyId, serialNumber, manufacturer, model } = device;
  if (hasHardwareHash || registrationWay === 'hash') return false;
  return productKeyId !== null || (serialNumber !== null && manufacturer !== null && model !== null);
}
