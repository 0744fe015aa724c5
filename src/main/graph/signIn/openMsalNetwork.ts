import type { AuthError } from '@azure/msal-node';
import type { Clock } from '../../ports.ts';
import { createMsalNetwork, type MsalNetwork } from './msalNetwork.ts';
import type { SignInTarget } from './session.ts';
import { isUnreachable } from './signInProblem.ts';

interface SessionNetworkOptions {
  readonly target: Pick<SignInTarget, 'loopbackHost'>;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Pick<Clock, 'now' | 'monotonicMs' | 'wait'>;
}

/** The network of one session, made with the MSAL that was loaded: only its own errors come through it. */
export function openMsalNetwork(
  msal: { readonly AuthError: typeof AuthError },
  { target, fetch, clock }: SessionNetworkOptions,
): MsalNetwork {
  return createMsalNetwork({
    fetch,
    clock,
    loopbackHost: target.loopbackHost,
    errorOf: (cause) => Object.assign(new msal.AuthError('service_failure', '', cause.message), { cause }),
  });
}

/** MSAL says of every failed discovery that it cannot be reached; the network knows better why. */
export function withDiscovery(error: unknown, network: MsalNetwork | null): unknown {
  return isUnreachable(error) ? (network?.discoveryFailure() ?? error) : error;
}
