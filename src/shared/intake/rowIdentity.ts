import {
  compareIdentity,
  deviceIdentity,
  type DeviceIdentity,
  type IdentityRelation,
} from '../hardware-hash/deviceIdentity.ts';
import type { HashCheck, RowValues } from './checkRow.ts';

/** What a row, or a device of the queue, can be recognised by. */
export interface RowIdentity extends DeviceIdentity {
  /** The only thing that some Partner Center rows hold; null where there is more to go by. */
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
  const isUnnamed = serial === null && uuid === null && endorsementKey === null;
  return { serialNumber, serial, tuple, uuid, endorsementKey, productKeyId: isUnnamed ? named.productKeyId : null };
}

/** How two of them relate. */
function relationOf(a: RowIdentity, b: RowIdentity): IdentityRelation {
  if (a.productKeyId !== null && a.productKeyId === b.productKeyId) return 'same';
  return compareIdentity(a, b);
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
  /** The first of several that share a part of their identity stays the one that is found by it. */
  readonly add: (identity: RowIdentity, item: Item) => void;
}

/** The serial number comes last: alone, it only tells that a board was changed. */
const PARTS = ['tuple', 'uuid', 'endorsementKey', 'productKeyId', 'serial'] as const;

export function createIdentityIndex<Item>(): IdentityIndex<Item> {
  const values = (): Map<string, { readonly identity: RowIdentity; readonly item: Item }> => new Map();
  const byPart = {
    tuple: values(),
    uuid: values(),
    endorsementKey: values(),
    productKeyId: values(),
    serial: values(),
  };
  const serialNumbers = new Set<string>();
  return {
    find(identity) {
      for (const part of PARTS) {
        const value = identity[part];
        const entry = value === null ? undefined : byPart[part].get(value);
        if (entry === undefined) continue;
        const relation = relationOf(identity, entry.identity);
        if (relation !== 'different') return { item: entry.item, relation };
      }
      return null;
    },
    isEmpty: () => PARTS.every((part) => byPart[part].size === 0),
    mayHold: ({ serialNumber, smbiosUuid, tpmEndorsementKeySha256, productKeyId }) =>
      (serialNumber !== null && serialNumbers.has(serialNumber.trim().toLowerCase())) ||
      (smbiosUuid !== null && byPart.uuid.has(smbiosUuid.toLowerCase())) ||
      (tpmEndorsementKeySha256 !== null && byPart.endorsementKey.has(tpmEndorsementKeySha256)) ||
      (productKeyId !== null && byPart.productKeyId.has(productKeyId)),
    add(identity, item) {
      if (identity.serialNumber !== null) serialNumbers.add(identity.serialNumber);
      const entry = { identity, item };
      for (const part of PARTS) {
        const value = identity[part];
        if (value !== null && !byPart[part].has(value)) byPart[part].set(value, entry);
      }
    },
  };
}
