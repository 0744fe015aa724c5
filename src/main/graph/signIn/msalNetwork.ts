import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

const DEADLINE_MS = 30_000;

/**
 * MSAL's way to the network, over the same `fetch` as everything else, so that sign-in passes the same proxies. MSAL
 * insists on https; where `loopbackHost` is given, that one host is spoken to over plain http.
 */
export function createMsalNetwork(fetch: typeof globalThis.fetch, loopbackHost: string | null): INetworkModule {
  async function send<Body>(
    method: 'GET' | 'POST',
    address: string,
    options: NetworkRequestOptions | undefined,
    deadlineMs: number,
  ): Promise<NetworkResponse<Body>> {
    const response = await fetch(plainOnLoopback(address, loopbackHost), {
      method,
      headers: options?.headers ?? {},
      ...(method === 'POST' ? { body: options?.body ?? '' } : {}),
      signal: AbortSignal.timeout(deadlineMs),
    });
    return {
      headers: Object.fromEntries(response.headers),
      // MSAL states the type of an answer and checks it itself.
      body: (await response.json()) as Body,
      status: response.status,
    };
  }
  return {
    sendGetRequestAsync: (address, options, timeout) => send('GET', address, options, timeout ?? DEADLINE_MS),
    sendPostRequestAsync: (address, options) => send('POST', address, options, DEADLINE_MS),
  };
}

/** The address with http in place of https where it is the one on this machine. */
export function plainOnLoopback(address: string, loopbackHost: string | null): string {
  const url = new URL(address);
  if (url.host !== loopbackHost) return address;
  url.protocol = 'http:';
  return url.href;
}
