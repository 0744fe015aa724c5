import { z } from 'zod';

/** What can stand below the serial number of a device, in the order in which it does. The serial number is on every label. */
export const labelField = z.enum(['model', 'groupTag', 'customer', 'user', 'deviceName', 'purchaseOrder', 'box']);
export type LabelField = z.infer<typeof labelField>;

/** What a person calls it, within a sentence. A user is on a label only where somebody wants that. */
export const labelFieldWords: Readonly<Record<LabelField, string>> = {
  model: 'model',
  groupTag: 'group tag',
  customer: 'customer',
  user: 'user',
  deviceName: 'device name',
  purchaseOrder: 'purchase order',
  box: 'box',
};

/** What can stand on the label of a box: what its devices have in common. */
export const boxFields: readonly LabelField[] = ['model', 'groupTag', 'customer', 'purchaseOrder'];
