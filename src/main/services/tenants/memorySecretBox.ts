import type { SecretBox } from '../../ports.ts';

/** Keeps secrets until the process ends, for a queue that keeps none: it is plain, or its key lies beside it. */
export function createMemorySecretBox(): SecretBox {
  const secrets = new Map<string, string>();
  return {
    kind: 'memory',
    read: (name) => Promise.resolve(secrets.get(name) ?? null),
    write(name, secret) {
      secrets.set(name, secret);
      return Promise.resolve();
    },
    remove(name) {
      secrets.delete(name);
      return Promise.resolve();
    },
  };
}
