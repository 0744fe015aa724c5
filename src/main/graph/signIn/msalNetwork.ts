import type { AuthError, INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { z } from 'zod';
import type { Clock } from '../../ports.ts';
import { boundedBody } from '../boundedBody.ts';
import { GraphError } from '../graphError.ts';
import { networkFailure } from '../networkFailure.ts';
import { parseHttpDate, parseRetryAfter } from '../retryAfter.ts';
import { busySignIn, unreadableSignIn } from './signInProblem.ts';

const DEADLINE_MS = 30_000;
/** Tokens and discovery have some kilobytes. */
const MOST_BYTES = 4 * 1024 * 1024;
/** By how much each `slow_down` makes the waits longer (RFC 8628, 3.5). */
const SLOW_DOWN_MS = 5_000;

const text = z.string().regex(/\S/);
/** What a token or device-code endpoint may answer (RFC 6749, 5.1 and 5.2; RFC 8628, 3.2). */
const oauthAnswer = z.union([
  z.looseObject({ error: text }),
  z.looseObject({ access_token: text }),
  z.looseObject({ device_code: text, user_code: text, verification_uri: text }),
]);

interface MsalNetworkOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Pick<Clock, 'now' | 'monotonicMs' | 'wait'>;
  /** `127.0.0.1:port` of the one host that is spoken to over plain http, while MSAL insists on https; null for none. */
  readonly loopbackHost: string | null;
  /** MSAL passes only its own errors on; with ours as their cause. */
  readonly errorOf: (cause: GraphError) => AuthError;
}

export interface MsalNetwork extends INetworkModule {
  /** Why the sign-in service could not be asked where it is, which MSAL leaves out; null where it could be. */
  readonly discoveryFailure: () => GraphError | null;
}

/**
 * MSAL's way to the network, over the same `fetch` as everything else, so that sign-in passes the same proxies. A service
 * that is busy, or answers what is no OAuth, is told apart here from one that refuses: MSAL takes all three for a refusal. A
 * service that asks for time is not asked again before it is over.
 */
export function createMsalNetwork({ fetch, clock, loopbackHost, errorOf }: MsalNetworkOptions): MsalNetwork {
  const never = new AbortController().signal;
  let busyUntilMs = 0;
  let discoveryFailure: GraphError | null = null;
  let slowed = { deviceCode: '', byMs: 0 };

  async function exchange(
    address: string,
    init: RequestInit,
    deadlineMs: number,
  ): Promise<NetworkResponse<unknown> & { readonly headers: Record<string, string> }> {
    const url = new URL(plainOnLoopback(address, loopbackHost));
    let response: Response;
    let bytes: Buffer | null;
    try {
      const signal = AbortSignal.timeout(deadlineMs);
      // A redirect would carry what is in the request to whoever stands behind it.
      response = await fetch(url, { ...init, redirect: 'error', signal });
      bytes = await boundedBody(response, MOST_BYTES);
    } catch (cause) {
      const failure = networkFailure(cause, url.host);
      // MSAL has words for a network that is gone; a certificate or a captive portal needs its own.
      throw failure.kind === 'timeout' || failure.code === null || NETWORK_GONE.test(failure.code) ? cause : failure;
    }
    const { status } = response;
    if (status === 429 || status >= 500) {
      const clocks = { serverTime: parseHttpDate(response.headers.get('date')), now: clock.now() };
      throw busySignIn(status, parseRetryAfter(response.headers.get('retry-after'), clocks));
    }
    return { headers: Object.fromEntries(response.headers), body: jsonOf(bytes), status };
  }

  async function get(address: string, options: NetworkRequestOptions | undefined, deadlineMs: number) {
    try {
      const answer = await exchange(address, { method: 'GET', headers: options?.headers ?? {} }, deadlineMs);
      discoveryFailure = null;
      return answer;
    } catch (error) {
      discoveryFailure = error instanceof GraphError ? error : null;
      throw error;
    }
  }

  async function post(address: string, options: NetworkRequestOptions | undefined) {
    const leftMs = busyUntilMs - clock.monotonicMs();
    if (leftMs > 0) throw busySignIn(null, leftMs);
    const body = options?.body ?? '';
    try {
      const answer = await exchange(address, { method: 'POST', headers: options?.headers ?? {}, body }, DEADLINE_MS);
      if (!oauthAnswer.safeParse(answer.body).success) throw unreadableSignIn(answer.status);
      return await withoutSlowDown(answer, new URLSearchParams(body).get('device_code'));
    } catch (error) {
      if (error instanceof GraphError) busyUntilMs = clock.monotonicMs() + (error.retryAfterMs ?? 0);
      throw error;
    }
  }

  /** MSAL ends at `slow_down`; so it is told to go on polling, a little later each time. */
  async function withoutSlowDown<Answer extends { readonly body: unknown }>(
    answer: Answer,
    deviceCode: string | null,
  ): Promise<Answer> {
    const said = z.looseObject({ error: z.string() }).safeParse(answer.body).data;
    if (deviceCode === null || said === undefined) return answer;
    if (slowed.deviceCode !== deviceCode) slowed = { deviceCode, byMs: 0 };
    if (said.error === 'slow_down') slowed.byMs += SLOW_DOWN_MS;
    else if (said.error !== 'authorization_pending') return answer;
    if (slowed.byMs > 0) await clock.wait(slowed.byMs, never);
    return { ...answer, body: { ...said, error: 'authorization_pending' } };
  }

  /** MSAL states the type of an answer and checks it itself. */
  async function forMsal<Body>(answer: Promise<NetworkResponse<unknown>>): Promise<NetworkResponse<Body>> {
    try {
      const { headers, body, status } = await answer;
      return { headers, body: body as Body, status };
    } catch (error) {
      throw error instanceof GraphError ? errorOf(error) : error;
    }
  }

  return {
    sendGetRequestAsync: (address, options, timeout) => forMsal(get(address, options, timeout ?? DEADLINE_MS)),
    sendPostRequestAsync: (address, options) => forMsal(post(address, options)),
    discoveryFailure: () => discoveryFailure,
  };
}

const NETWORK_GONE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UNREACH|ENETDOWN|TIMEOUT/;

/** Undefined where it is no JSON, or too much of it. */
function jsonOf(bytes: Buffer | null): unknown {
  if (bytes === null) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined; // told apart by the caller
  }
}

/** The address with http in place of https where it is the one on this machine. */
export function plainOnLoopback(address: string, loopbackHost: string | null): string {
  const url = new URL(address);
  if (url.host !== loopbackHost) return address;
  url.protocol = 'http:';
  return url.href;
}
