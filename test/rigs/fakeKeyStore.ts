import type { KeyStore } from '../../src/main/vault/keyStore.ts';

/** A secret store of one account; `fail` makes every call throw, as a store does that cannot be reached. */
export function fakeKeyStore(): KeyStore & {
  readonly entries: Map<string, Buffer>;
  readonly fail: (why: string | null) => void;
} {
  const entries = new Map<string, Buffer>();
  let reason: string | null = null;
  function reached(): void {
    if (reason !== null) throw new Error(reason);
  }
  return {
    entries,
    fail: (why) => {
      reason = why;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- it throws as a promise does
    read: async (account) => {
      reached();
      return entries.get(account) ?? null;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- it throws as a promise does
    write: async (account, secret) => {
      reached();
      entries.set(account, Buffer.from(secret));
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- it throws as a promise does
    remove: async (account) => {
      reached();
      entries.delete(account);
    },
  };
}
