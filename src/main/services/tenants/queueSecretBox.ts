import type { FormerSecrets, SecretBox } from '../../ports.ts';
import type { SecretStore } from '../../store/secretStore.ts';

/** Keeps secrets in the encrypted queue, one place for all doors; what an older Reseal kept elsewhere moves there when it is asked for. */
export function createQueueSecretBox(secrets: SecretStore, former: FormerSecrets | null): SecretBox {
  return {
    kind: 'queue',
    async read(name) {
      const kept = secrets.read(name);
      if (kept !== null || former === null) return kept;
      const taken = await former.take(name);
      if (taken !== null) secrets.write(name, taken);
      return taken;
    },
    async write(name, secret) {
      secrets.write(name, secret);
      await former?.take(name);
    },
    async remove(name) {
      secrets.remove(name);
      await former?.take(name);
    },
  };
}
