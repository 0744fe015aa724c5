import {
  identityEvidenceOf,
  weighIdentity,
  type ChangedPart,
  type Evidence as Identity,
} from '../../devices/weighIdentity.ts';
import { oneDeviceOf } from '../../intake/rowIdentity.ts';
import type { DeviceAnswer } from '../answer/deviceAnswer.ts';
import type { Evidence } from '../evidence.ts';

/** A device of the queue that an archive may be of, and whose it is. */
export interface QueuedDevice {
  readonly id: string;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly productKeyId: string | null;
  readonly ztdId: string | null;
  readonly customer: string;
  /** The tenant ID of the customer at Microsoft, or a domain of the tenant, in lower case; null where the queue does not know it. */
  readonly directoryId: string | null;
}

/** A device of the queue with what it is recognised by. */
export interface Candidate {
  readonly device: QueuedDevice;
  readonly identity: Identity;
}

/** Which device of the queue an archive is of. */
export type DeviceInQueue =
  | { readonly state: 'same'; readonly device: QueuedDevice; readonly changedParts: readonly ChangedPart[] }
  /** It may be any of these, or another one: a person has to look. */
  | { readonly state: 'cannotBeTold'; readonly devices: readonly QueuedDevice[] }
  | { readonly state: 'notInQueue' }
  /** Nothing in the archive tells which device it is of. */
  | { readonly state: 'notNamed' };

/** What the archive tells the device apart by. */
export function identityOf({ hash }: Evidence, device: DeviceAnswer): Identity {
  const parts = hash?.value.hash?.parts ?? null;
  return identityEvidenceOf(
    {
      serialNumber: device.serialNumber?.value ?? null,
      manufacturer: device.manufacturer?.value ?? null,
      model: device.model?.value ?? null,
      smbiosUuid: device.smbiosUuid?.value ?? null,
      tpmEndorsementKeySha256: parts?.tpmEndorsementKeySha256 ?? null,
      productKeyId: parts?.productKeyId ?? null,
      ztdId: device.ztdId?.value ?? null,
    },
    parts,
  );
}

/** By what the queue is asked for the device: every name that the archive has for it. */
export function namesOf({ hash }: Evidence, device: DeviceAnswer): readonly string[] {
  const named = [
    device.ztdId?.value,
    identityEvidenceOf({ ...NOTHING, serialNumber: device.serialNumber?.value ?? null }).serialNumber,
    identityEvidenceOf({ ...NOTHING, serialNumber: device.otherSerialNumber?.value ?? null }).serialNumber,
    hash?.value.hash?.parts.productKeyId,
  ];
  return [...new Set(named.filter((name) => name !== null && name !== undefined))];
}

/**
 * Weighs the devices that the names of the archive lead to, as intake weighs a row. The ZTDID decides among several that fit; without
 * it, another one that may be meant makes it a question.
 * @param isContradicted the row of the hash and the hash itself name two devices
 */
export function deviceInQueue(
  identity: Identity,
  candidates: readonly Candidate[],
  { isNamed, isContradicted }: { readonly isNamed: boolean; readonly isContradicted: boolean },
): DeviceInQueue {
  if (!isNamed) return { state: 'notNamed' };
  const weighed = candidates.map((candidate) => {
    const weighing = weighIdentity(identity, candidate.identity);
    const isRegistration = identity.ztdId !== null && identity.ztdId === candidate.device.ztdId;
    return { device: candidate.device, weighing, isSame: oneDeviceOf(weighing) !== null, isRegistration };
  });
  const meant = weighed.filter(
    ({ weighing, isSame, isRegistration }) => isSame || isRegistration || weighing.kind === 'cannotBeTold',
  );
  if (meant.length === 0 && !(isContradicted && weighed.length > 0)) return { state: 'notInQueue' };
  const registered = meant.filter(({ isRegistration }) => isRegistration);
  const [only, rival] = registered.length > 0 ? registered : meant;
  if (only === undefined || rival !== undefined || !only.isSame || isContradicted) {
    return { state: 'cannotBeTold', devices: (isContradicted ? weighed : meant).map(({ device }) => device) };
  }
  const { device, weighing } = only;
  return { state: 'same', device, changedParts: weighing.kind === 'changedPart' ? weighing.parts : [] };
}

const NOTHING = {
  serialNumber: null,
  manufacturer: null,
  model: null,
  smbiosUuid: null,
  tpmEndorsementKeySha256: null,
  productKeyId: null,
};
