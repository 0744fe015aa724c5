import { z } from 'zod';

/** What can stand in a column of the queue; `statuses` is all five at once. In the order in which they are offered. */
export const queueColumn = z.enum([
  'serialNumber',
  'manufacturer',
  'model',
  'nextStep',
  'statuses',
  'registration',
  'profile',
  'bench',
  'enrollment',
  'reseal',
  'groupTag',
  'assignedUser',
  'deviceName',
  'profileName',
  'scenario',
  'shelf',
  'batch',
  'orderNumber',
  'purchaseOrder',
  'created',
  'resealed',
  'useBy',
  'updated',
]);
export type QueueColumn = z.infer<typeof queueColumn>;

/** The columns of a table or a file, each once. */
export const queueColumns = z
  .array(queueColumn)
  .min(1)
  .max(queueColumn.options.length)
  .refine((columns) => new Set(columns).size === columns.length, 'A column can be chosen only once.');

/** What stands there until somebody chooses. */
export const usualColumns: readonly QueueColumn[] = [
  'serialNumber',
  'model',
  'nextStep',
  'statuses',
  'groupTag',
  'assignedUser',
  'updated',
];

export const queueColumnTitles: Readonly<Record<QueueColumn, string>> = {
  serialNumber: 'Serial number',
  manufacturer: 'Maker',
  model: 'Model',
  nextStep: 'Next step',
  statuses: 'Statuses',
  registration: 'Registration',
  profile: 'Profile',
  bench: 'Bench',
  enrollment: 'Enrollment',
  reseal: 'Reseal',
  groupTag: 'Group tag',
  assignedUser: 'User',
  deviceName: 'Name',
  profileName: 'Profile name',
  scenario: 'Scenario',
  shelf: 'Shelf',
  batch: 'Batch',
  orderNumber: 'Order',
  purchaseOrder: 'Purchase order',
  created: 'Imported',
  resealed: 'Resealed on',
  useBy: 'Use by',
  updated: 'Changed',
};

/** The columns with one more, at the end of them, or without one. The last one stays. */
export function withColumn(columns: readonly QueueColumn[], column: QueueColumn, isShown: boolean): QueueColumn[] {
  const others = columns.filter((shown) => shown !== column);
  if (isShown) return columns.includes(column) ? [...columns] : [...columns, column];
  return others.length === 0 ? [...columns] : others;
}

/** The columns with one of them moved by some places, as far as that goes. */
export function movedColumn(columns: readonly QueueColumn[], column: QueueColumn, by: number): QueueColumn[] {
  const place = columns.indexOf(column);
  if (place === -1) return [...columns];
  const others = columns.filter((shown) => shown !== column);
  return others.toSpliced(Math.max(0, Math.min(place + by, others.length)), 0, column);
}
