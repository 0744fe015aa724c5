import { FIELD_NAMES } from '../../../../shared/intake/fieldNames.ts';
import type { Correction } from '../../../store/importBatchStore.ts';
import type { NewDeviceEvent } from '../../../store/deviceEventStore.ts';
import type { PreviewedRow, PreviewState } from './previewState.ts';

const NONE: readonly Correction[] = [];

/**
 * The values of a row that a person replaced by typing. Values given to all rows that replaced nothing are left out:
 * the device itself shows them. No part of a hash is in it, since values that could be a hash are not taken; but
 * addresses of people are.
 */
export function correctionsOf(row: PreviewedRow, forAll: PreviewState['forAll']): readonly Correction[] {
  if (row.edits.size === 0) return NONE;
  return [...row.edits].flatMap(([field, { shown, entered }]) => {
    const to = row.checked.values[field];
    const onlyFills = shown === null && forAll.get(field) === entered;
    return to === shown || onlyFills ? NONE : [{ field, from: shown, to }];
  });
}

/** What the history of the device says about it. Addresses of people are not told: a history is printed and kept. */
export function correctionEvent(
  where: string,
  { field, from, to }: Correction,
): Pick<NewDeviceEvent, 'subject' | 'sentence' | 'from' | 'to'> {
  const sentence = `The ${FIELD_NAMES[field]} in ${where} was ${from === null ? 'added' : 'typed over'} before the import.`;
  return field === 'assignedUser' ? { subject: 'change', sentence } : { subject: 'change', sentence, from, to };
}
