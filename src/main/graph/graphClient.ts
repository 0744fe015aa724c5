import type { Scope } from './scopes.ts';

/** Beta where v1.0 does not know the call: profile status, sync, profiles, events, corporate identifiers. */
export type GraphVersion = 'v1.0' | 'beta';

export interface GraphCall {
  readonly version: GraphVersion;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version, encoded, with its query: `/users/…`; or the whole address of a next page. */
  readonly path: string;
  /** The least permission that lets the call through; asked for when it is first needed. */
  readonly scope: Scope;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A POST that changes nothing, such as a search: it may be repeated like a GET. */
  readonly isRead?: boolean;
  /** How long one attempt may take, in real milliseconds. */
  readonly deadlineMs?: number;
}

export interface GraphAnswer {
  readonly status: number;
  /** The parsed JSON; null where there was none. */
  readonly body: unknown;
  readonly requestId: string | null;
}

/**
 * The way to one tenant's Microsoft Graph. Reads are repeated a few times where that may help; a write is sent once
 * (twice where the token had run out), since the outbox decides about its next attempt.
 */
export interface GraphClient {
  /**
   * @throws GraphError when Graph refuses or cannot be reached
   * @throws the signal's reason when it aborts
   */
  readonly send: (call: GraphCall, signal: AbortSignal) => Promise<GraphAnswer>;
  /** The address below which every call stays, without a trailing slash. */
  readonly rootUrl: string;
}
