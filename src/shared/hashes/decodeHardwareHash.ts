import { decodeBase64 } from './base64.ts';
import { cleanHashText } from './cleanHashText.ts';
import { readContainer, type HashRecord, type Sha256 } from './readContainer.ts';
import { readFields, type HardwareHashFields } from './readFields.ts';
import { lengthWithoutPadding } from './readHashText.ts';
import { readInventory, type HardwareInventory } from './readInventory.ts';

export interface DecodedHardwareHash {
  /** A secret: all of the hash. `records` say what stands where. */
  readonly bytes: Uint8Array;
  readonly records: readonly HashRecord[];
  readonly fields: HardwareHashFields;
  readonly inventory: HardwareInventory;
}

/** Everything that can be read from a hash, damaged or not, for a page about one device. It judges nothing. */
export function decodeHardwareHash(text: string, sha256: Sha256): DecodedHardwareHash {
  const cleaned = cleanHashText(text).text;
  const { bytes } = decodeBase64(cleaned, lengthWithoutPadding(cleaned));
  const { records } = readContainer(bytes);
  return { bytes, records, fields: readFields(bytes, records, sha256), inventory: readInventory(bytes, records) };
}
