import { captureTimeOf } from '../../../../shared/hashes/captureTime.ts';
import type { MeetingRow } from '../../../../shared/intake/meetDevice.ts';
import type { PreviewedRow } from './previewState.ts';

/** What a row says about its device. `isKept` tells of a capture whether the device has it already. */
export function meetingRow(
  row: PreviewedRow,
  orderNumber: string | null,
  importedAt: string,
  isKept: (hashBytes: Buffer) => boolean,
): MeetingRow {
  const { hash, hashBytes, identity } = row;
  const isNew = hash !== null && hashBytes !== null && !isKept(hashBytes);
  const captureAt = isNew ? captureTimeOf(hash.fields.collectedAt, importedAt) : null;
  return { identity, values: row.checked.values, hash, captureAt, orderNumber };
}
