import type { DeviceRecord } from './device.ts';

/** What a person calls a device: its serial number, or where it has none, what it is known by instead. */
export function deviceTitle({
  serialNumber,
  productKeyId,
}: Pick<DeviceRecord, 'serialNumber' | 'productKeyId'>): string {
  return serialNumber ?? (productKeyId === null ? 'Device without serial number' : `PKID ${productKeyId}`);
}

/** What the bar code and the QR code of a device hold, so that scanning it finds the device again. */
export function deviceCode({
  serialNumber,
  productKeyId,
}: Pick<DeviceRecord, 'serialNumber' | 'productKeyId'>): string {
  return serialNumber ?? productKeyId ?? '';
}
