import { readFile } from 'node:fs/promises';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { GraphError } from '../graphError.ts';
import { createMsalNetwork } from './msalNetwork.ts';
import type { Session, SignInTarget } from './session.ts';
import { tokenFailure } from './signInProblem.ts';

interface Certificate {
  /** Hexadecimal. */
  readonly thumbprintSha256: string;
  /** A PEM file, readable by the account that runs Reseal and by nobody else. */
  readonly privateKeyFile: string;
}

/** The app signs in by itself, for a lab where nobody is. Its tokens stay in memory: the certificate gets new ones. */
export function createCertificateSession(options: {
  readonly target: SignInTarget;
  readonly certificate: Certificate;
  readonly fetch: typeof globalThis.fetch;
}): Session {
  const { target, certificate } = options;
  let app: ConfidentialClientApplication | null = null;

  async function open(): Promise<ConfidentialClientApplication> {
    const privateKey = await readFile(certificate.privateKeyFile, 'utf8').catch(() => {
      throw new GraphError(
        `The certificate's private key cannot be read from ${certificate.privateKeyFile}; check the file and who may read it.`,
        { kind: 'unauthorized', code: 'certificateUnreadable' },
      );
    });
    return new ConfidentialClientApplication({
      auth: {
        clientId: target.clientId,
        authority: target.authority,
        clientCertificate: { thumbprintSha256: certificate.thumbprintSha256, privateKey },
        ...(target.loopbackHost === null ? {} : { knownAuthorities: [target.loopbackHost] }),
      },
      system: { networkClient: createMsalNetwork(options.fetch, target.loopbackHost) },
    });
  }

  return {
    async accessToken({ scope, fresh, signal }) {
      app ??= await open();
      signal.throwIfAborted();
      try {
        const result = await app.acquireTokenByClientCredential({
          scopes: [`${target.scopeRoot}/.default`],
          skipCache: fresh,
        });
        if (result === null) throw new GraphError('Microsoft gave no token to the app.', { kind: 'unauthorized' });
        return result.accessToken;
      } catch (error) {
        throw tokenFailure(error, scope);
      }
    },
    account: () => Promise.resolve(`Certificate …${certificate.thumbprintSha256.slice(-4).toLowerCase()}`),
    signOut: () => {
      app = null;
      return Promise.resolve();
    },
  };
}
