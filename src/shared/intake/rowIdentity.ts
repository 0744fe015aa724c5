import {
  compareIdentity,
  deviceIdentity,
  type DeviceIdentity,
  type IdentityRelation,
} from '../hashes/deviceIdentity.ts';
import type { HashCheck, RowValues } from './checkRow.ts';

/** What a row, or a device of the queue, can be recognised by. */
export interface RowIdentity extends DeviceIdentity {
  /** Tells devices apart only where one of two has nothing else: some Partner Center rows hold no more. */
  readonly productKeyId: string | null;
}

interface Named {
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly productKeyId: string | null;
  readonly smbiosUuid: string | null;
  readonly tpmEndorsementKeySha256: string | null;
}

/** Of a row: by what it says itself, and by the UUID and TPM of its hash. */
export function identityOfRow(values: RowValues, hash: HashCheck | null): RowIdentity {
  const fields = hash === null || hash.state === 'invalid' ? null : hash.fields;
  return identityOf({
    serialNumber: values.serialNumber,
    manufacturer: values.manufacturer,
    model: values.model,
    productKeyId: values.productKeyId,
    smbiosUuid: fields?.smbiosUuid ?? null,
    tpmEndorsementKeySha256: fields?.tpmEndorsementKeySha256 ?? null,
  });
}

/** Of anything that names a device. */
export function identityOf(named: Named): RowIdentity {
  const { serialNumber, serial, tuple, uuid, endorsementKey } = deviceIdentity({
    serialNumber: named.serialNumber,
    manufacturer: named.manufacturer,
    productName: named.model,
    smbiosUuid: named.smbiosUuid,
    tpmEndorsementKeySha256: named.tpmEndorsementKeySha256,
  });
  return { serialNumber, serial, tuple, uuid, endorsementKey, productKeyId: named.productKeyId };
}

/** Whether both are recognised by exactly the same. */
export function isSameIdentity(a: RowIdentity, b: RowIdentity): boolean {
  return (
    a.serialNumber === b.serialNumber && a.productKeyId === b.productKeyId && PARTS.every((part) => a[part] === b[part])
  );
}

/** Whether a product key ID is all there is to go by. */
function isUnnamed({ serial, uuid, endorsementKey }: RowIdentity): boolean {
  return serial === null && uuid === null && endorsementKey === null;
}

/** How two of them relate. A shared product key ID counts only where one of them has nothing else to go by. */
export function relationOf(a: RowIdentity, b: RowIdentity): IdentityRelation {
  const relation = compareIdentity(a, b);
  if (relation !== 'different' || a.productKeyId === null || a.productKeyId !== b.productKeyId) return relation;
  if (!isUnnamed(a) && !isUnnamed(b)) return 'different';
  const areOthers = a.serialNumber !== null && b.serialNumber !== null && a.serialNumber !== b.serialNumber;
  return areOthers ? 'different' : 'same';
}

export interface Match<Item> {
  readonly item: Item;
  readonly relation: 'same' | 'changed-board';
}

/** Finds, among those that came before, the one that is the same device, or the same machine with another board. */
export interface IdentityIndex<Item> {
  readonly find: (identity: RowIdentity) => Match<Item> | null;
  readonly isEmpty: () => boolean;
  /** False where nothing that was added can be this device; quick, since a whole queue is asked about. */
  readonly mayHold: (named: Named) => boolean;
  /**
   * The first of several that share a part of their identity stays the one that is found by it. What a product key ID alone
   * stood for is taken by the first that has a name besides: it is one device, and not the next one's as well.
   */
  readonly add: (identity: RowIdentity, item: Item) => void;
}

/** The serial number comes last: alone, it only tells that a board was changed. */
const PARTS = ['tuple', 'uuid', 'endorsementKey', 'serial'] as const;

interface Entry<Item> {
  readonly identity: RowIdentity;
  readonly item: Item;
}

/** An empty index. Finding costs the same however many were added. */
export function createIdentityIndex<Item>(): IdentityIndex<Item> {
  const values = (): Map<string, Entry<Item>> => new Map();
  const byPart = { tuple: values(), uuid: values(), endorsementKey: values(), serial: values() };
  /** Apart, since a named one is not found by its product key ID by another that is named. */
  const byProductKeyId = { named: values(), unnamed: values() };
  const serialNumbers = new Set<string>();

  function findByProductKeyId(identity: RowIdentity): Match<Item> | null {
    const { productKeyId } = identity;
    if (productKeyId === null) return null;
    const unnamed = byProductKeyId.unnamed.get(productKeyId);
    const entry = unnamed ?? (isUnnamed(identity) ? byProductKeyId.named.get(productKeyId) : undefined);
    return entry !== undefined && relationOf(identity, entry.identity) === 'same'
      ? { item: entry.item, relation: 'same' }
      : null;
  }

  return {
    find(identity) {
      for (const part of PARTS) {
        const value = identity[part];
        const entry = value === null ? undefined : byPart[part].get(value);
        if (entry === undefined) continue;
        const relation = relationOf(identity, entry.identity);
        if (relation !== 'different') return { item: entry.item, relation };
      }
      return findByProductKeyId(identity);
    },
    isEmpty: () =>
      PARTS.every((part) => byPart[part].size === 0) &&
      byProductKeyId.named.size === 0 &&
      byProductKeyId.unnamed.size === 0,
    mayHold(device) {
      const { serialNumber, smbiosUuid, tpmEndorsementKeySha256, productKeyId } = device;
      if (serialNumber !== null && serialNumbers.has(serialNumber.trim().toLowerCase())) return true;
      if (smbiosUuid !== null && byPart.uuid.has(smbiosUuid.toLowerCase())) return true;
      if (tpmEndorsementKeySha256 !== null && byPart.endorsementKey.has(tpmEndorsementKeySha256)) return true;
      if (productKeyId === null) return false;
      const { named, unnamed } = byProductKeyId;
      return unnamed.has(productKeyId) || (named.has(productKeyId) && isUnnamed(identityOf(device)));
    },
    add(identity, item) {
      if (identity.serialNumber !== null) serialNumbers.add(identity.serialNumber);
      const entry = { identity, item };
      for (const part of PARTS) {
        const value = identity[part];
        if (value !== null && !byPart[part].has(value)) byPart[part].set(value, entry);
      }
      const { productKeyId } = identity;
      if (productKeyId === null) return;
      const { named, unnamed } = byProductKeyId;
      if (named.has(productKeyId)) return;
      if (!isUnnamed(identity)) {
        named.set(productKeyId, entry);
        unnamed.delete(productKeyId);
      } else if (!unnamed.has(productKeyId)) unnamed.set(productKeyId, entry);
    },
  };
}
