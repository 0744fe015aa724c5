import type { RowField } from './vocabulary.ts';

/** How a sentence calls a field of a row. */
export const FIELD_NAMES: Readonly<Record<RowField, string>> = {
  serialNumber: 'serial number',
  productKeyId: 'product key ID',
  hardwareHash: 'hardware hash',
  groupTag: 'group tag',
  assignedUser: 'assigned user',
  deviceName: 'device name',
  purchaseOrder: 'purchase order',
  manufacturer: 'manufacturer',
  model: 'model',
  deviceLink: 'DeviceLink data',
};
