import type { ICachePlugin } from '@azure/msal-node';
import type { SecretBox } from '../../ports.ts';

/** Keeps MSAL's token cache in the secret box under one name, so that each tenant's tokens rest apart. */
export function createTokenCache(secretBox: SecretBox, name: string): ICachePlugin {
  return {
    async beforeCacheAccess(context) {
      const secret = await secretBox.read(name);
      if (secret !== null) context.tokenCache.deserialize(secret);
    },
    async afterCacheAccess(context) {
      if (context.cacheHasChanged) await secretBox.write(name, context.tokenCache.serialize());
    },
  };
}
