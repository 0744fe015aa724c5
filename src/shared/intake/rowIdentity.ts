import {
  compareIdentity,
  deviceIdentity,
  identityKeys,
  type DeviceIdentity,
  type IdentityRelation,
} from '../hardware-hash/deviceIdentity.ts';
import type { HashCheck, RowValues } from './checkRow.ts';

/** What a row, or a device of the queue, can be recognised by. */
export interface RowIdentity {
  readonly identity: DeviceIdentity;
  /** The only thing that some Partner Center rows hold; null where there is more to go by. */
  readonly productKeyId: string | null;
  /** Keys under which the same device is found in a map. */
  readonly keys: readonly string[];
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
  const identity = deviceIdentity({ ...named, productName: named.model });
  const keys = [...identityKeys(identity)];
  if (identity.serial !== null) keys.push(`serial:${identity.serial}`);
  const productKeyId = keys.length === 0 ? named.productKeyId : null;
  if (productKeyId !== null) keys.push(`pkid:${productKeyId}`);
  return { identity, productKeyId, keys };
}

/** How two of them relate. */
export function relationOf(a: RowIdentity, b: RowIdentity): IdentityRelation {
  if (a.productKeyId !== null && a.productKeyId === b.productKeyId) return 'same';
  return compareIdentity(a.identity, b.identity);
}

/** Finds, among those that came before, the one that is the same device. */
export interface IdentityIndex<Item> {
  readonly find: (identity: RowIdentity) => { readonly item: Item; readonly relation: 'same' | 'changed-board' } | null;
  readonly add: (identity: RowIdentity, item: Item) => void;
}

export function createIdentityIndex<Item>(): IdentityIndex<Item> {
  const entries = new Map<string, { readonly identity: RowIdentity; readonly item: Item }>();
  return {
    find(identity) {
      for (const key of identity.keys) {
        const entry = entries.get(key);
        if (entry === undefined) continue;
        const relation = relationOf(identity, entry.identity);
        if (relation !== 'different') return { item: entry.item, relation };
      }
      return null;
    },
    add(identity, item) {
      for (const key of identity.keys) if (!entries.has(key)) entries.set(key, { identity, item });
    },
  };
}
