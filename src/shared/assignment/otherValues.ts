import type { DeviceRecord } from '../devices/device.ts';
import { heldOf, isRead, propertyOfField, type HeldField } from './heldValue.ts';
import { isSameValue } from './sameValue.ts';

/**
 * The values that stand for a property of a device and are others than the wanted one: what Microsoft holds first, then what is
 * wished here. Empty where nothing is overwritten.
 */
export function otherValues(device: DeviceRecord, field: HeldField, wanted: string): readonly string[] {
  const standing =
    field === 'purchaseOrder'
      ? [device.purchaseOrderInFile]
      : [isRead(device) ? heldOf(device, field) : null, device[field]];
  const others = standing.filter((value) => value !== null && value !== '' && !isSameField(field, value, wanted));
  return [...new Set(others.flatMap((value) => value ?? []))];
}

/** Whether two values of a property are one. */
export function isSameField(field: HeldField, one: string | null, other: string | null): boolean {
  return field === 'purchaseOrder' ? (one ?? '') === (other ?? '') : isSameValue(propertyOfField[field], one, other);
}
