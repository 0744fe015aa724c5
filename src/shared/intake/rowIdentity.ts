import {
  identityEvidenceOf,
  isBare,
  weighIdentity,
  type Evidence,
  type NamedEvidence,
  type SharedValue,
  type Weighing,
} from '../devices/weighIdentity.ts';
import type { HashCheck, RowValues } from './checkRow.ts';

/** Of a row: by what it says itself, and by the board, the disk and the network cards of its hash. */
export function identityOfRow(values: RowValues, hash: HashCheck | null): Evidence {
  const fields = hash === null || hash.state === 'invalid' ? null : hash.fields;
  return identityEvidenceOf(
    {
      serialNumber: values.serialNumber,
      manufacturer: values.manufacturer,
      model: values.model,
      productKeyId: values.productKeyId,
      smbiosUuid: fields?.smbiosUuid ?? null,
      tpmEndorsementKeySha256: fields?.tpmEndorsementKeySha256 ?? null,
    },
    fields,
  );
}

/** Whether both are recognised by exactly the same, as far as a person can type it. */
export function isSameIdentity(a: Evidence, b: Evidence): boolean {
  return (
    a.serialNumber === b.serialNumber &&
    a.manufacturer === b.manufacturer &&
    a.model === b.model &&
    a.uuid === b.uuid &&
    a.endorsementKey === b.endorsementKey &&
    a.productKeyId === b.productKeyId
  );
}

/** One device, or one with another board, which needs a new registration; null for two, or where it cannot be told. */
export type OneDevice = 'same' | 'changed-board';

/** What a weighing means for the queue: another disk or network card makes no difference to a registration. */
export function oneDeviceOf(weighing: Weighing): OneDevice | null {
  if (weighing.kind === 'same') return 'same';
  if (weighing.kind !== 'changedPart') return null;
  return weighing.parts.some((part) => part === 'board' || part === 'tpm') ? 'changed-board' : 'same';
}

export interface Match<Item> {
  readonly item: Item;
  readonly relation: OneDevice;
}

/** Another device, for all that can be told, that has something in common. */
export interface Sharing<Item> {
  readonly item: Item;
  readonly value: SharedValue;
  /** Whether it may be the same device after all. */
  readonly isUncertain: boolean;
}

export interface FoundRow<Item> {
  readonly match: Match<Item> | null;
  /** Another one that is as much the same: what is known does not tell which. */
  readonly rival: Item | null;
  /** The one that matters most of those that share a value; null where the match has the same board. */
  readonly sharing: Sharing<Item> | null;
}

/** Finds, among those that came before, the one that is the same device, and one that has something in common with it. */
export interface IdentityIndex<Item> {
  readonly find: (identity: Evidence) => FoundRow<Item>;
  readonly isEmpty: () => boolean;
  /** False where nothing that was added can be this device; quick, since a whole queue is asked about. */
  readonly mayHold: (named: NamedEvidence) => boolean;
  /**
   * What a product key ID alone stood for is taken by the first that has a name besides: it is one device, and not the next
   * one's as well.
   */
  readonly add: (identity: Evidence, item: Item) => void;
}

interface Entry<Item> {
  readonly identity: Evidence;
  readonly item: Item;
}

const PARTS = ['serialNumber', 'uuid', 'endorsementKey'] as const;

/**
 * Of a value that more of them share, the first ones are looked at. A real device among them is found by its other values;
 * that a value is shared is said by any of them.
 */
const MOST_CANDIDATES = 8;

/** What a person has to hear first. */
const WEIGHT: Readonly<Record<SharedValue, number>> = { board: 4, tpm: 3, serialNumber: 2, uuid: 1 };

/** An empty index. Finding costs the same however many were added. */
export function createIdentityIndex<Item>(): IdentityIndex<Item> {
  const values = (): Map<string, Entry<Item>[]> => new Map();
  const byPart = { serialNumber: values(), uuid: values(), endorsementKey: values() };
  /** Apart, since a named one is not found by its product key ID by another that is named. */
  const byProductKeyId = { named: new Map<string, Entry<Item>>(), unnamed: new Map<string, Entry<Item>>() };

  function findByProductKeyId(identity: Evidence): Match<Item> | null {
    const { productKeyId } = identity;
    if (productKeyId === null) return null;
    const unnamed = byProductKeyId.unnamed.get(productKeyId);
    const entry = unnamed ?? (isBare(identity) ? byProductKeyId.named.get(productKeyId) : undefined);
    if (entry === undefined) return null;
    const relation = oneDeviceOf(weighIdentity(identity, entry.identity));
    return relation === null ? null : { item: entry.item, relation };
  }

  return {
    find(identity) {
      let match: Match<Item> | null = null;
      let rival: Item | null = null;
      let sharing: Sharing<Item> | null = null;
      const seen: Entry<Item>[] = [];
      for (const part of PARTS) {
        const value = identity[part];
        for (const entry of (value === null ? undefined : byPart[part].get(value)) ?? []) {
          if (seen.includes(entry)) continue;
          seen.push(entry);
          const { identity: other, item } = entry;
          const weighing = weighIdentity(identity, other);
          const relation = oneDeviceOf(weighing);
          if (relation === 'same' && isOneBoard(identity, other)) {
            return { match: { item, relation }, rival: null, sharing: null };
          }
          if (relation !== null) {
            if (match === null || (match.relation !== 'same' && relation === 'same')) match = { item, relation };
            else if (match.relation === relation) rival ??= item;
          } else if (weighing.kind === 'sharesValue' || weighing.kind === 'cannotBeTold') {
            const { kind, value: shared } = weighing;
            if (sharing !== null && WEIGHT[sharing.value] >= WEIGHT[shared]) continue;
            sharing = { item, value: shared, isUncertain: kind === 'cannotBeTold' };
          }
        }
      }
      return {
        match: match ?? findByProductKeyId(identity),
        rival: match?.relation === 'same' ? rival : null,
        sharing,
      };
    },
    isEmpty: () =>
      PARTS.every((part) => byPart[part].size === 0) &&
      byProductKeyId.named.size === 0 &&
      byProductKeyId.unnamed.size === 0,
    mayHold(device) {
      const { serialNumber, smbiosUuid, tpmEndorsementKeySha256, productKeyId } = device;
      if (serialNumber !== null && byPart.serialNumber.has(serialNumber.trim().toLowerCase())) return true;
      if (smbiosUuid !== null && byPart.uuid.has(smbiosUuid.toLowerCase())) return true;
      if (tpmEndorsementKeySha256 !== null && byPart.endorsementKey.has(tpmEndorsementKeySha256)) return true;
      if (productKeyId === null) return false;
      const { named, unnamed } = byProductKeyId;
      return unnamed.has(productKeyId) || (named.has(productKeyId) && isBare(identityEvidenceOf(device)));
    },
    add(identity, item) {
      const entry = { identity, item };
      for (const part of PARTS) {
        const value = identity[part];
        if (value === null) continue;
        const entries = byPart[part].get(value);
        if (entries === undefined) byPart[part].set(value, [entry]);
        else if (entries.length < MOST_CANDIDATES && !entries.some((other) => isSameIdentity(other.identity, identity)))
          entries.push(entry);
      }
      const { productKeyId } = identity;
      if (productKeyId === null) return;
      const { named, unnamed } = byProductKeyId;
      if (named.has(productKeyId)) return;
      if (!isBare(identity)) {
        named.set(productKeyId, entry);
        unnamed.delete(productKeyId);
      } else if (!unnamed.has(productKeyId)) unnamed.set(productKeyId, entry);
    },
  };
}

/** A device that has been taken in with this board shares what it shares since then: nobody has to look again. */
function isOneBoard(a: Evidence, b: Evidence): boolean {
  return a.uuid === b.uuid && a.endorsementKey === b.endorsementKey;
}
