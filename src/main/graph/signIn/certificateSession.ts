import type { ConfidentialClientApplication } from '@azure/msal-node';
import type { Clock } from '../../ports.ts';
import { GraphError } from '../graphError.ts';
import { readCertificateKey, type Certificate } from './certificateKey.ts';
import type { MsalNetwork } from './msalNetwork.ts';
import { openMsalNetwork, withDiscovery } from './openMsalNetwork.ts';
import type { SignInSession, SignInTarget } from './session.ts';
import { tokenFailure } from './signInProblem.ts';

/** The app signs in by itself, for a lab where nobody is. Its tokens stay in memory: the certificate gets new ones. */
export function createCertificateSession(options: {
  readonly target: SignInTarget;
  readonly certificate: Certificate;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Pick<Clock, 'now' | 'monotonicMs' | 'wait'>;
}): SignInSession {
  const { target, certificate, clock } = options;
  let app: ConfidentialClientApplication | null = null;
  /** Outlives the app: it knows how long the service asked for time. */
  let network: MsalNetwork | null = null;

  async function open(): Promise<ConfidentialClientApplication> {
    const { privateKey, thumbprintSha256 } = await readCertificateKey(certificate, clock.now());
    const msal = await import('@azure/msal-node');
    network ??= openMsalNetwork(msal, options);
    return new msal.ConfidentialClientApplication({
      auth: {
        clientId: target.clientId,
        authority: target.authority,
        clientCapabilities: ['cp1'],
        clientCertificate: { thumbprintSha256, privateKey },
        ...(target.loopbackHost === null ? {} : { knownAuthorities: [target.loopbackHost] }),
      },
      system: { networkClient: network },
    });
  }

  return {
    async accessToken({ scope, fresh, claims, signal }) {
      app ??= await open();
      signal.throwIfAborted();
      try {
        const result = await app.acquireTokenByClientCredential({
          scopes: [`${target.scopeRoot}/.default`],
          skipCache: fresh,
          ...(claims === null ? {} : { claims }),
        });
        if (result === null) throw new GraphError('Microsoft gave no token to the app.', { kind: 'unauthorized' });
        return result.accessToken;
      } catch (error) {
        // The next attempt reads the file anew: it may have been renewed meanwhile.
        app = null;
        throw tokenFailure(withDiscovery(error, network), scope);
      }
    },
    account: () => Promise.resolve(`Certificate …${certificate.thumbprintSha256.slice(-4).toLowerCase()}`),
    signOut: () => {
      app = null;
      return Promise.resolve();
    },
  };
}
