import type { ICachePlugin } from '@azure/msal-node';
import type { SecretBox } from '../../ports.ts';

/** MSAL's empty cache; it ignores an empty text. */
const NOTHING = '{}';

/** Keeps MSAL's token cache in the secret box under one name, so that each tenant's tokens rest apart. */
export function createTokenCache(secretBox: SecretBox, name: string): ICachePlugin {
  return {
    async beforeCacheAccess(context) {
      const secret = await secretBox.read(name);
      // Where there is none (any more), somebody signed out, maybe in another door: MSAL's own memory is emptied too.
      context.tokenCache.deserialize(secret ?? NOTHING);
    },
    async afterCacheAccess(context) {
      if (context.cacheHasChanged) await secretBox.write(name, context.tokenCache.serialize());
    },
  };
}
