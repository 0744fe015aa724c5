import type { Certificate } from '../../graph/signIn/certificateKey.ts';
import { createCertificateSession } from '../../graph/signIn/certificateSession.ts';
import { createDelegatedSession, type DelegatedSession } from '../../graph/signIn/delegatedSession.ts';
import type { SignInSession } from '../../graph/signIn/session.ts';
import type { TenantRecord } from '../../store/tenantStore.ts';
import type { Ports, SecretBox } from '../../ports.ts';
import { signInTargetOf } from './signInTarget.ts';

type TenantSession =
  | { readonly kind: 'delegated'; readonly session: DelegatedSession }
  | { readonly kind: 'certificate'; readonly session: SignInSession };

export type TenantSessions = ReturnType<typeof createTenantSessions>;

/** The sign-ins of all tenants side by side, each with its own tokens. */
export function createTenantSessions(ports: Pick<Ports, 'clock' | 'fetch'>, secretBox: SecretBox) {
  const sessions = new Map<string, TenantSession>();

  function open(tenant: TenantRecord): TenantSession {
    const { fetch, clock } = ports;
    const target = signInTargetOf(tenant);
    const certificate = certificateOf(tenant);
    return certificate === null
      ? { kind: 'delegated', session: createDelegatedSession({ target, fetch, clock, secretBox }) }
      : { kind: 'certificate', session: createCertificateSession({ target, certificate, fetch, clock }) };
  }

  return {
    of(tenant: TenantRecord): TenantSession {
      const known = sessions.get(tenant.id);
      if (known !== undefined) return known;
      const session = open(tenant);
      sessions.set(tenant.id, session);
      return session;
    },
  };
}

/** With what a tenant's app signs in by itself; null where a person signs in. */
export function certificateOf({ certificateThumbprint, certificateKeyFile }: TenantRecord): Certificate | null {
  return certificateThumbprint === null || certificateKeyFile === null
    ? null
    : { thumbprintSha256: certificateThumbprint, privateKeyFile: certificateKeyFile };
}
