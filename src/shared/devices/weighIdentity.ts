import type { HardwareHashFields } from '../hashes/readFields.ts';
import { isPlaceholder } from '../intake/placeholderSerials.ts';
import { isUsableUuid } from './sharedUuids.ts';

/** Parts that come and go with a repair; a captured hash names them. */
export type Hardware = Pick<HardwareHashFields, 'macAddresses' | 'diskSerialNumber'>;

/** What is known of a device, as it was written. */
export interface NamedEvidence {
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly smbiosUuid: string | null;
  readonly tpmEndorsementKeySha256: string | null;
  readonly productKeyId: string | null;
  readonly ztdId?: string | null;
}

/** What a device can be recognised by; null says nothing. Letter case, outer blanks and placeholders do not count. */
export interface Evidence {
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly uuid: string | null;
  readonly endorsementKey: string | null;
  readonly productKeyId: string | null;
  readonly ztdId: string | null;
  readonly hardware: Hardware | null;
}

/** What of a device may be another than before. */
export type ChangedPart = 'board' | 'tpm' | 'disk' | 'network';

/** What two devices may have in common. `board` is the UUID and TPM key of one under the serial number of another. */
export type SharedValue = 'board' | 'tpm' | 'uuid' | 'serialNumber';

/** How two captures, or a capture and a device, relate. */
export type Weighing =
  | { readonly kind: 'same' }
  | { readonly kind: 'changedPart'; readonly parts: readonly ChangedPart[] }
  /** Two devices, although they have something in common. */
  | { readonly kind: 'sharesValue'; readonly value: SharedValue }
  /** One device or two: a person has to look. `value` is what they have in common. */
  | { readonly kind: 'cannotBeTold'; readonly value: SharedValue }
  | { readonly kind: 'different' };

/** Made ready to be weighed. */
export function identityEvidenceOf(named: NamedEvidence, hardware: Hardware | null = null): Evidence {
  return {
    serialNumber: normalised(named.serialNumber),
    manufacturer: normalised(named.manufacturer),
    model: normalised(named.model),
    uuid: isUsableUuid(named.smbiosUuid) ? named.smbiosUuid.toLowerCase() : null,
    endorsementKey: named.tpmEndorsementKeySha256,
    productKeyId: named.productKeyId,
    ztdId: named.ztdId ?? null,
    hardware,
  };
}

/** True where both agree, false where they contradict each other, null where one says nothing. */
type Verdict = boolean | null;

interface Verdicts {
  readonly maker: Verdict;
  readonly model: Verdict;
  readonly uuid: Verdict;
  readonly key: Verdict;
  readonly disk: Verdict;
  readonly network: Verdict;
  /** Whether a registration or a product key ID stands on both sides and is one. */
  readonly isOneRecord: boolean;
}

const SAME: Weighing = { kind: 'same' };
const DIFFERENT: Weighing = { kind: 'different' };

/**
 * Whether two are one device. No field decides alone: a serial number may be two makers', a UUID a factory's, a board may
 * come out of another device. Symmetric. Never `same` where serial number and TPM key contradict, never `different` where
 * serial number, UUID and TPM key agree.
 */
export function weighIdentity(a: Evidence, b: Evidence): Weighing {
  const serial = agree(a.serialNumber, b.serialNumber);
  const uuid = agree(a.uuid, b.uuid);
  const key = agree(a.endorsementKey, b.endorsementKey);
  if (serial === false && uuid !== true && key !== true) return DIFFERENT;
  const verdicts: Verdicts = {
    maker: agree(a.manufacturer, b.manufacturer),
    model: agree(a.model, b.model),
    uuid,
    key,
    disk: agree(diskOf(a), diskOf(b)),
    network: agreeOnNetwork(a, b),
    isOneRecord: agree(a.ztdId, b.ztdId) === true || agree(a.productKeyId, b.productKeyId) === true,
  };
  if (serial === true) return underOneSerial(verdicts);
  if (serial === false) return underTwoSerials(verdicts);
  if (verdicts.isOneRecord && (isBare(a) || isBare(b))) return SAME;
  return withoutSerial(verdicts);
}

function underOneSerial(verdicts: Verdicts): Weighing {
  const { maker, model, uuid, key, disk, network, isOneRecord } = verdicts;
  const isOtherMachine = disk === false && network === false;
  if (key === true) return uuid === false ? changed('board', verdicts) : sameBoard(verdicts);
  if (uuid === false || key === false) {
    if (maker === false) return uuid === true ? untold('serialNumber') : shares('serialNumber');
    // A repair keeps the disk or a network card; where neither is known, serial number, maker and model carry it.
    if (model === false || (disk === false && network !== true)) return untold('serialNumber');
    return changed(uuid === true ? 'tpm' : 'board', verdicts);
  }
  if (uuid === true) return maker === false || isOtherMachine ? untold('serialNumber') : sameBoard(verdicts);
  if (maker === false) return shares('serialNumber');
  const isNamed = maker === true && model === true;
  const isBorneOut = isNamed || disk === true || isOneRecord;
  return model === false || isOtherMachine || !isBorneOut ? untold('serialNumber') : sameBoard(verdicts);
}

/** Where UUID, TPM key or both agree: the board of one device in another, unless everything else agrees as well. */
function underTwoSerials({ maker, model, uuid, key, disk, network }: Verdicts): Weighing {
  const value = key !== true ? 'uuid' : uuid === false ? 'tpm' : 'board';
  const mayBeRenumbered = maker !== false && model !== false && disk === true;
  if (key === true) return mayBeRenumbered ? untold(value) : shares(value);
  return key === false || (disk === false && network === false) ? shares(value) : untold(value);
}

/** Where one of them has no serial number that tells devices apart. */
function withoutSerial(verdicts: Verdicts): Weighing {
  const { maker, model, uuid, key, disk, network } = verdicts;
  const isOtherMachine = disk === false && network === false;
  if (uuid !== true && key !== true) return DIFFERENT;
  if (key === false) return isOtherMachine ? shares('uuid') : untold('uuid');
  const value = key === null ? 'uuid' : uuid === false ? 'tpm' : 'board';
  if (uuid === false || isOtherMachine || maker === false || model === false) return untold(value);
  const hasAnotherPart = disk === true || network === true;
  const isNamed = maker === true && model === true;
  const isBorneOut = hasAnotherPart || (key === true && (uuid === true || isNamed));
  return isBorneOut ? sameBoard(verdicts) : untold(value);
}

function sameBoard({ disk, network }: Verdicts): Weighing {
  if (disk !== false && network !== false) return SAME;
  return { kind: 'changedPart', parts: looseParts({ disk, network }) };
}

function changed(part: 'board' | 'tpm', verdicts: Verdicts): Weighing {
  return { kind: 'changedPart', parts: [part, ...looseParts(verdicts)] };
}

function looseParts({ disk, network }: Pick<Verdicts, 'disk' | 'network'>): readonly ChangedPart[] {
  return [...(disk === false ? ['disk' as const] : []), ...(network === false ? ['network' as const] : [])];
}

function shares(value: SharedValue): Weighing {
  return { kind: 'sharesValue', value };
}

function untold(value: SharedValue): Weighing {
  return { kind: 'cannotBeTold', value };
}

/** Whether a record number is all there is to go by. */
export function isBare({ serialNumber, uuid, endorsementKey }: Evidence): boolean {
  return serialNumber === null && uuid === null && endorsementKey === null;
}

function agree(a: string | null, b: string | null): Verdict {
  return a === null || b === null ? null : a === b;
}

function diskOf({ hardware }: Evidence): string | null {
  return normalised(hardware?.diskSerialNumber ?? null);
}

/** Adapters on USB go from desk to desk and say nothing. One card in common is enough: the others may be switched off. */
function agreeOnNetwork(a: Evidence, b: Evidence): Verdict {
  if (a.hardware === null || b.hardware === null) return null;
  const ours = builtIn(a.hardware);
  const theirs = builtIn(b.hardware);
  return ours.length === 0 || theirs.length === 0 ? null : ours.some((address) => theirs.includes(address));
}

function builtIn({ macAddresses }: Hardware): readonly string[] {
  return macAddresses.filter(({ bus }) => bus.toUpperCase() !== 'USB').map(({ address }) => address.toLowerCase());
}

function normalised(value: string | null): string | null {
  return value === null || isPlaceholder(value) ? null : value.trim().toLowerCase();
}
