import { z } from 'zod';
import { isUsableUuid } from '../devices/sharedUuids.ts';
import type { HardwareHashFields } from '../hashes/readFields.ts';
import { isPlaceholder } from '../intake/placeholderSerials.ts';

/** What the firmware and Windows must be able to tell after a repair (Microsoft Learn, motherboard replacement). */
export const boardFieldName = z.enum([
  'serialNumber',
  'manufacturer',
  'model',
  'uuid',
  'productKeyId',
  'tpmKey',
  'network',
  'disk',
  'osType',
]);
export type BoardFieldName = z.infer<typeof boardFieldName>;

export const boardFieldCheck = z.object({
  field: boardFieldName,
  /**
   * `placeholder`: what firmware gives by default, which tells no two devices apart; `otherThanBefore`: not what the device had
   * before its repair; `wrong`: captured where not all can be read.
   */
  state: z.enum(['present', 'missing', 'placeholder', 'otherThanBefore', 'wrong']),
  value: z.string().nullable(),
});
export type BoardFieldCheck = z.infer<typeof boardFieldCheck>;

/** What the maker's BIOS tool writes into a new board as it was in the old one; a TPM's key stays in its chip. */
const WRITTEN_ANEW: ReadonlySet<BoardFieldName> = new Set(['serialNumber', 'manufacturer', 'model']);

/** Looks at the nine fields of a hash. @param before the hash before the repair, where there is one */
export function checkBoardFields(fields: HardwareHashFields, before: HardwareHashFields | null): BoardFieldCheck[] {
  const old = before === null ? null : valuesOf(before);
  return Object.entries(valuesOf(fields)).map(([name, value]) => {
    const field = boardFieldName.parse(name);
    return { field, value, state: stateOf(field, value, old?.[field] ?? null) };
  });
}

function valuesOf(fields: HardwareHashFields): Record<BoardFieldName, string | null> {
  return {
    serialNumber: said(fields.serialNumber),
    manufacturer: said(fields.manufacturer),
    model: said(fields.productName),
    uuid: said(fields.smbiosUuid),
    productKeyId: said(fields.productKeyId),
    tpmKey: said(fields.tpmEndorsementKeySha256),
    network: said(fields.macAddresses.map(({ address }) => address).join(', ')),
    disk: said(fields.diskSerialNumber),
    osType: said(fields.osType),
  };
}

function stateOf(field: BoardFieldName, value: string | null, before: string | null): BoardFieldCheck['state'] {
  if (value === null) return 'missing';
  if (field === 'uuid') return isUsableUuid(value) ? 'present' : 'placeholder';
  if (field === 'osType') return value === 'FullOS' ? 'present' : 'wrong';
  if (field === 'tpmKey' || field === 'network') return 'present';
  if (isPlaceholder(value)) return 'placeholder';
  const isOther = before !== null && !isPlaceholder(before) && value.toLowerCase() !== before.toLowerCase();
  return WRITTEN_ANEW.has(field) && isOther ? 'otherThanBefore' : 'present';
}

function said(value: string | null): string | null {
  const text = value?.trim() ?? '';
  return text === '' ? null : text;
}
