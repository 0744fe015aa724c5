import { withoutSecrets } from '../intake/hashText.ts';
import { isOtherSerial } from './isOtherSerial.ts';
import type { Sha256 } from './readContainer.ts';
import { readFields } from './readFields.ts';
import { readHashText } from './readHashText.ts';

/** Why a kept hash must not leave under a serial number. */
export type SendingProblem =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'otherSerial'; readonly serialNumber: string; readonly inHash: string };

/**
 * Looks at a hash once more before it leaves: a hash under another device's serial number registers the wrong device. Null
 * where it may go. A placeholder in the hash is no serial number, and holds nothing up.
 */
export function checkBeforeSending(
  hardwareHash: string,
  serialNumber: string | null,
  sha256: Sha256,
): SendingProblem | null {
  const { bytes, container, problem } = readHashText(hardwareHash, sha256);
  if (problem !== null) return { kind: 'damaged' };
  const inHash = readFields(bytes, container.records, sha256).serialNumber;
  return inHash !== null && serialNumber !== null && isOtherSerial(inHash, serialNumber)
    ? { kind: 'otherSerial', serialNumber, inHash: withoutSecrets(inHash.trim()) }
    : null;
}

/** What it says to a person, and what to do. */
export function sendingProblemWords(problem: SendingProblem): string {
  if (problem.kind === 'damaged')
    return 'Its hash is damaged: the checksum is wrong. Capture the hash again and import it.';
  const { serialNumber, inHash } = problem;
  return `Its hash is of the serial number “${inHash}”, and the device is “${serialNumber}”. Import the hash of this device.`;
}
