import type { KeyStore } from '../../src/main/vault/keyStore.ts';

/** A secret store of one account; `fail` makes every call throw, as a store does that cannot be reached. */
export function fakeKeyStore(): KeyStore & {
  readonly entries: Map<string, Buffer>;
  readonly fail: (why: string | null) => void;
} {
  const entries = new Map<string, Buffer>();
  let reason: string | null = null;
  const reached = (): Promise<void> => (reason === null ? Promise.resolve() : Promise.reject(new Error(reason)));
  return {
    entries,
    fail: (why) => {
      reason = why;
    },
    read: async (account) => {
      await reached();
      return entries.get(account) ?? null;
    },
    write: async (account, secret) => {
      await reached();
      entries.set(account, Buffer.from(secret));
    },
    remove: async (account) => {
      await reached();
      entries.delete(account);
    },
  };
}
