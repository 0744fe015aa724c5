import { z } from 'zod';
import { identityEvidenceOf, type Evidence } from '../devices/weighIdentity.ts';

const text = z.string().nullable();

/** A device that gave parts to others, and why it must never be registered again. */
export const donorMark = z.object({
  id: z.number().int(),
  deviceId: z.uuid(),
  serialNumber: text,
  manufacturer: text,
  model: text,
  productKeyId: text,
  ztdId: text,
  smbiosUuid: text,
  tpmEndorsementKeySha256: text,
  reason: z.string(),
  markedAt: z.iso.datetime(),
  markedBy: z.string(),
  liftedAt: z.iso.datetime().nullable(),
  liftedBy: text,
  liftReason: text,
});
export type DonorMark = z.infer<typeof donorMark>;

/** `device`: it is the marked device; `board`: another device that has the mainboard (UUID or TPM key) of the marked one. */
export type DonorRelation = 'device' | 'board';

/**
 * How what is known of a device relates to a marked one; null where it has nothing to do with it. Its board in a device with
 * another serial number is a repair that Microsoft supports, as long as the marked device is not registered beside it.
 */
export function relationToDonor(mark: DonorMark, evidence: Evidence): DonorRelation | null {
  const donor = identityEvidenceOf(mark);
  if (donor.ztdId !== null && donor.ztdId === evidence.ztdId) return 'device';
  const isKnownSerial = donor.serialNumber !== null && evidence.serialNumber !== null;
  const isSameSerial = isKnownSerial && donor.serialNumber === evidence.serialNumber;
  const isOtherMaker =
    donor.manufacturer !== null && evidence.manufacturer !== null && donor.manufacturer !== evidence.manufacturer;
  if (isSameSerial && !isOtherMaker) return 'device';
  if (!hasBoardOf(donor, evidence)) return null;
  return isKnownSerial ? 'board' : 'device';
}

/** The TPM key tells; where one has none, the UUID does. */
function hasBoardOf(donor: Evidence, evidence: Evidence): boolean {
  if (donor.endorsementKey !== null && evidence.endorsementKey !== null) {
    return donor.endorsementKey === evidence.endorsementKey;
  }
  return donor.uuid !== null && donor.uuid === evidence.uuid;
}
