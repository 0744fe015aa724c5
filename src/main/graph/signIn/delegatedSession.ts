import type { AccountInfo, DeviceCodeRequest, PublicClientApplication } from '@azure/msal-node';
import type { Clock, SecretBox } from '../../ports.ts';
import { answerPending } from './answerPending.ts';
import { readMsalError } from './msalError.ts';
import { plainOnLoopback, type MsalNetwork } from './msalNetwork.ts';
import { openMsalNetwork, withDiscovery } from './openMsalNetwork.ts';
import type { Permission } from '../../../shared/directory/permissions.ts';
import type { SignInSession, SignInTarget } from './session.ts';
import { consentNeeded, needsPerson, signedOut, tokenFailure } from './signInProblem.ts';
import { createTokenCache } from './tokenCache.ts';
import { createTokenMemory } from './tokenMemory.ts';

export interface DeviceCodePrompt {
  readonly userCode: string;
  /** As Microsoft gave it: the address differs per cloud. */
  readonly verificationUri: string;
  readonly expiresAt: Date;
}

/** How long a refused permission is not asked for again; after that, an administrator may have granted it. */
const REFUSED_FOR_MS = 60_000;

/** What a person is asked for, and as whom. */
export interface SignInWish {
  readonly scopes: readonly Permission[];
  /** Keeps the account that is signed in; otherwise the person chooses one. */
  readonly keepsAccount: boolean;
}

export interface DelegatedSession extends SignInSession {
  /** Resolves with the account's name once the person has signed in. @throws the signal's reason when it aborts */
  readonly signInWithBrowser: (
    wish: SignInWish,
    open: (url: string) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<string>;
  readonly signInWithDeviceCode: (
    wish: SignInWish,
    show: (code: DeviceCodePrompt) => void,
    signal: AbortSignal,
  ) => Promise<string>;
  /** Asks again for what was refused, as soon as it is needed. */
  readonly forgetRefusals: () => void;
}

interface DelegatedSessionOptions {
  readonly target: SignInTarget;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
}

/** Signs a person in with MSAL and gets tokens in their name, silently as long as that works. */
export function createDelegatedSession(options: DelegatedSessionOptions): DelegatedSession {
  const { target, clock, secretBox } = options;
  let opening: Promise<PublicClientApplication> | null = null;
  let network: MsalNetwork | null = null;
  const tokens = createTokenMemory(clock);
  /** Until when each refused permission is not asked for again. */
  const refused = new Map<Permission, number>();
  /** What Microsoft wants the next sign-in to show, such as a second factor. */
  let claimsWanted: string | null = null;
  const qualified = (scopes: readonly Permission[]): string[] => scopes.map((scope) => `${target.scopeRoot}/${scope}`);

  async function open(): Promise<PublicClientApplication> {
    const msal = await import('@azure/msal-node');
    network = openMsalNetwork(msal, options);
    return new msal.PublicClientApplication({
      auth: {
        clientId: target.clientId,
        authority: target.authority,
        // Microsoft then withdraws tokens at once where something has changed, and says what a new one has to show.
        clientCapabilities: ['cp1'],
        ...(target.loopbackHost === null ? {} : { knownAuthorities: [target.loopbackHost] }),
      },
      cache: { cachePlugin: createTokenCache(secretBox, target.cacheName) },
      system: { networkClient: network },
    });
  }

  const app = (): Promise<PublicClientApplication> => (opening ??= open());

  async function account(): Promise<AccountInfo | null> {
    return (await (await app()).getTokenCache().getAllAccounts())[0] ?? null;
  }

  /** Whoever signs out in another door signs out here too. */
  async function isSignedIn(): Promise<boolean> {
    return (await secretBox.read(target.cacheName)) !== null;
  }

  async function asWhom({ keepsAccount }: SignInWish): Promise<{ prompt: string } | { loginHint: string }> {
    const who = keepsAccount ? await account() : null;
    return who === null ? { prompt: 'select_account' } : { loginHint: who.username };
  }

  /** One person per tenant: whoever signed in before is forgotten. */
  async function keepOnly(signedIn: AccountInfo | null | undefined): Promise<string> {
    tokens.clear();
    refused.clear();
    claimsWanted = null;
    const cache = (await app()).getTokenCache();
    for (const other of await cache.getAllAccounts()) {
      if (other.homeAccountId !== signedIn?.homeAccountId) await cache.removeAccount(other);
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
    async accessToken({ scope, fresh, claims, signal }) {
      const known = fresh || !(await isSignedIn()) ? null : tokens.get(scope);
      if (known !== null) return known;
      if (clock.monotonicMs() < (refused.get(scope) ?? 0)) throw consentNeeded(scope);
      const who = await account();
      signal.throwIfAborted();
      if (who === null) throw signedOut();
      try {
        const result = await (
          await app()
        ).acquireTokenSilent({
          account: who,
          scopes: qualified([scope]),
          forceRefresh: fresh,
          ...claimed(claims),
        });
        refused.delete(scope);
        tokens.keep(scope, result.accessToken, result.expiresOn);
        return result.accessToken;
      } catch (error) {
        const failure = tokenFailure(withDiscovery(error, network), scope);
        if (failure.code === 'consentNeeded') refused.set(scope, clock.monotonicMs() + REFUSED_FOR_MS);
        else if (failure.kind === 'unauthorized') claimsWanted = claimsOf(error) ?? claims;
        throw failure;
      }
    },

    account: async () => (await account())?.username ?? null,

    forgetRefusals: () => refused.clear(),

    async signInWithBrowser(wish, openAddress, signal) {
      let pendingUrl: string | null = null;
      const cancel = (): void => {
        if (pendingUrl !== null) void answerPending(options.fetch, pendingUrl);
      };
      signal.addEventListener('abort', cancel, { once: true });
      try {
        const result = await (
          await app()
        ).acquireTokenInteractive({
          scopes: qualified(wish.scopes),
          ...(await asWhom(wish)),
          ...claimed(claimsWanted),
          successTemplate: pageOf('Reseal is signed in. You may close this page.'),
          errorTemplate: pageOf('The sign-in did not work. Reseal says why; you may close this page.'),
          openBrowser: async (url) => {
            pendingUrl = url;
            signal.throwIfAborted();
            await openAddress(plainOnLoopback(url, target.loopbackHost));
          },
        });
        return await unlessCancelled(result.account, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw withDiscovery(error, network);
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },

    async signInWithDeviceCode(wish, show, signal) {
      const request: DeviceCodeRequest = {
        scopes: qualified(wish.scopes),
        ...claimed(claimsWanted),
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
        const result = await (await app()).acquireTokenByDeviceCode(request);
        return await unlessCancelled(result?.account, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw withDiscovery(error, network);
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

function claimed(claims: string | null): { readonly claims?: string } {
  return claims === null ? {} : { claims };
}

/** What the token service wants a sign-in to show. */
function claimsOf(error: unknown): string | null {
  const refusal = readMsalError(error);
  return refusal !== null && needsPerson(refusal) ? refusal.claims || null : null;
}

function pageOf(sentence: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reseal</title></head><body><p>${sentence}</p></body></html>`;
}
