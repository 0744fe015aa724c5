import { get, set } from 'idb-keyval';

const KEY_NAME = 'reseal.handover';

/** Where the page keeps a key between two loads. */
export interface KeyPlace {
  readonly read: () => Promise<CryptoKey | null>;
  readonly keep: (key: CryptoKey) => Promise<void>;
}

/** The browser's own store of this address: a key in it can be used by this page, and read by nobody. */
export const browserKeyPlace: KeyPlace = {
  async read() {
    const kept: unknown = await get(KEY_NAME);
    return kept instanceof CryptoKey ? kept : null;
  },
  keep: (key) => set(KEY_NAME, key),
};

/** @param bytes the 32 bytes that the door shares with its pages */
export function makeHandoverKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}
