/** The operating system's place for secrets, by account. Both null and a throw mean no key, and are told apart in words. */
export interface KeyStore {
  /** Null where this account has no such entry. @throws where the store cannot be reached */
  readonly read: (account: string) => Promise<Buffer | null>;
  readonly write: (account: string, secret: Buffer) => Promise<void>;
  readonly remove: (account: string) => Promise<void>;
}

const SERVICE = 'dev.reseal.workbench';

/**
 * Credential Manager, Keychain or Secret Service; one library for all three doors. On Linux pinned to the Secret Service: the
 * kernel's keyring, to which the library would fall back, is empty after a restart. Loaded when it is needed: a native module.
 */
export const systemKeyStore: KeyStore = {
  async read(account) {
    const secret = await (await entryOf(account)).getSecret();
    return secret === null ? null : Buffer.from(secret);
  },
  async write(account, secret) {
    await (await entryOf(account)).setSecret(secret);
  },
  async remove(account) {
    await (await entryOf(account)).deleteCredential();
  },
};

async function entryOf(account: string) {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  return new AsyncEntry(SERVICE, account, { linux: { store: 'secret-service' } });
}
