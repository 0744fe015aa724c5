import type { MappedField } from '../../../shared/intake/vocabulary.ts';
import { mappedFieldNames, mappingText } from '../../text/intake.ts';

export const mappedFields: readonly MappedField[] = [
  'hardwareHash',
  'serialNumber',
  'productKeyId',
  'manufacturer',
  'model',
  'groupTag',
  'assignedUser',
  'deviceName',
  'purchaseOrder',
  'ignore',
];

/** Why columns cannot be read this way, or null where they can. */
export function columnsProblem(columns: readonly MappedField[]): string | null {
  const twice = columns.find((field, index) => field !== 'ignore' && columns.indexOf(field) !== index);
  if (twice !== undefined) return mappingText.twice(mappedFieldNames[twice]);
  const has = (...fields: readonly MappedField[]) => fields.every((field) => columns.includes(field));
  const isEnough = has('hardwareHash') || has('productKeyId') || has('serialNumber', 'manufacturer', 'model');
  return isEnough ? null : mappingText.needsIdentity;
}
