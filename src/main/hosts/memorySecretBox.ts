import type { SecretBox } from '../ports.ts';

/** Keeps secrets until the process ends: for doors without an operating system's secret store behind them. */
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
