import type { AccessToken } from '../graphClient.ts';

/** Somebody's, or the app's own, right to speak to one tenant. */
export interface SignInSession {
  readonly accessToken: AccessToken;
  /** Who is signed in; null where nobody is. */
  readonly account: () => Promise<string | null>;
  /** Forgets every token of this tenant. */
  readonly signOut: () => Promise<void>;
}

/** Where and as what a tenant is signed in to. */
export interface SignInTarget {
  /** `https://login.microsoftonline.com/<directory>`; MSAL wants https even for an address on this machine. */
  readonly authority: string;
  readonly clientId: string;
  /** Scopes are named after the cloud's Graph: `https://graph.microsoft.com/User.Read`. */
  readonly scopeRoot: string;
  /** `127.0.0.1:port` where the authority is on this machine and speaks plain http. */
  readonly loopbackHost: string | null;
  /** Under which name its tokens rest in the secret box. */
  readonly cacheName: string;
}
