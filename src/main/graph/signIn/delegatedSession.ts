import { PublicClientApplication, type AccountInfo, type DeviceCodeRequest } from '@azure/msal-node';
import type { Clock, SecretBox } from '../../ports.ts';
import { answerPending } from './answerPending.ts';
import { createMsalNetwork, plainOnLoopback } from './msalNetwork.ts';
import { optionalScopes, type Scope } from './scopes.ts';
import type { Session, SignInTarget } from './session.ts';
import { consentNeeded, signedOut, tokenFailure } from './signInProblem.ts';
import { createTokenCache } from './tokenCache.ts';
import { createTokenMemory } from './tokenMemory.ts';

export interface DeviceCode {
  readonly userCode: string;
  /** As Microsoft gave it: the address differs per cloud. */
  readonly verificationUri: string;
  readonly expiresAt: Date;
}

export interface DelegatedSession extends Session {
  /** Resolves with the account's name once the person has signed in. @throws the signal's reason when it aborts */
  readonly signInWithBrowser: (
    scopes: readonly Scope[],
    open: (url: string) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<string>;
  readonly signInWithDeviceCode: (
    scopes: readonly Scope[],
    show: (code: DeviceCode) => void,
    signal: AbortSignal,
  ) => Promise<string>;
}

interface DelegatedSessionOptions {
  readonly target: SignInTarget;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  /** A call needed this permission and it is not granted: the next sign-in should ask for it. */
  readonly onConsentNeeded: (scope: Scope) => void;
}

/** Signs a person in with MSAL and gets tokens in their name, silently as long as that works. */
export function createDelegatedSession(options: DelegatedSessionOptions): DelegatedSession {
  const { target, clock, secretBox } = options;
  const app = new PublicClientApplication({
    auth: {
      clientId: target.clientId,
      authority: target.authority,
      ...(target.loopbackHost === null ? {} : { knownAuthorities: [target.loopbackHost] }),
    },
    cache: { cachePlugin: createTokenCache(secretBox, target.cacheName) },
    system: { networkClient: createMsalNetwork(options.fetch, target.loopbackHost) },
  });
  const tokens = createTokenMemory(clock);
  const refused = new Set<Scope>();
  const qualified = (scopes: readonly Scope[]): string[] => scopes.map((scope) => `${target.scopeRoot}/${scope}`);

  async function account(): Promise<AccountInfo | null> {
    return (await app.getTokenCache().getAllAccounts())[0] ?? null;
  }

  /** One person per tenant: whoever signed in before is forgotten. */
  async function keepOnly(signedIn: AccountInfo | null | undefined): Promise<string> {
    tokens.clear();
    refused.clear();
    for (const other of await app.getTokenCache().getAllAccounts()) {
      if (other.homeAccountId !== signedIn?.homeAccountId) await app.getTokenCache().removeAccount(other);
    }
    return signedIn?.username ?? '';
  }

  /** A sign-in that came to its end while it was being cancelled counts as cancelled. */
  async function unlessCancelled(signedIn: AccountInfo | null | undefined, signal: AbortSignal): Promise<string> {
    const name = await keepOnly(signal.aborted ? null : signedIn);
    signal.throwIfAborted();
    return name;
  }

  return {
    async accessToken({ scope, fresh, signal }) {
      const known = fresh ? null : tokens.get(scope);
      if (known !== null) return known;
      if (refused.has(scope)) throw consentNeeded(scope);
      const who = await account();
      signal.throwIfAborted();
      if (who === null) throw signedOut();
      try {
        const result = await app.acquireTokenSilent({ account: who, scopes: qualified([scope]), forceRefresh: fresh });
        tokens.keep(scope, result.accessToken, result.expiresOn);
        return result.accessToken;
      } catch (error) {
        const failure = tokenFailure(error, scope);
        if (failure.code === 'consentNeeded') {
          refused.add(scope);
          if (!optionalScopes.has(scope)) options.onConsentNeeded(scope);
        }
        throw failure;
      }
    },

    account: async () => (await account())?.username ?? null,

    async signInWithBrowser(scopes, open, signal) {
      let pendingUrl: string | null = null;
      const cancel = (): void => {
        if (pendingUrl !== null) void answerPending(options.fetch, pendingUrl);
      };
      signal.addEventListener('abort', cancel, { once: true });
      try {
        const result = await app.acquireTokenInteractive({
          scopes: qualified(scopes),
          prompt: 'select_account',
          successTemplate: pageOf('Reseal is signed in. You may close this page.'),
          errorTemplate: pageOf('The sign-in did not work. Reseal says why; you may close this page.'),
          openBrowser: async (url) => {
            pendingUrl = url;
            signal.throwIfAborted();
            await open(plainOnLoopback(url, target.loopbackHost));
          },
        });
        return await unlessCancelled(result.account, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },

    async signInWithDeviceCode(scopes, show, signal) {
      const request: DeviceCodeRequest = {
        scopes: qualified(scopes),
        deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) =>
          show({ userCode, verificationUri, expiresAt: new Date(clock.now().getTime() + expiresIn * 1000) }),
      };
      const cancel = (): void => {
        // MSAL looks at this before every poll.
        request.cancel = true;
      };
      signal.addEventListener('abort', cancel, { once: true });
      try {
        signal.throwIfAborted();
        const result = await app.acquireTokenByDeviceCode(request);
        return await unlessCancelled(result?.account, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },

    async signOut() {
      await keepOnly(null);
      await secretBox.remove(target.cacheName);
    },
  };
}

function pageOf(sentence: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reseal</title></head><body><p>${sentence}</p></body></html>`;
}
