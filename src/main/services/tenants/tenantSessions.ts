import { z } from 'zod';
import { createCertificateSession } from '../../graph/signIn/certificateSession.ts';
import { createDelegatedSession, type DelegatedSession } from '../../graph/signIn/delegatedSession.ts';
import { isScope, signInScopes, type Scope } from '../../graph/signIn/scopes.ts';
import type { Session } from '../../graph/signIn/session.ts';
import type { TenantRecord } from '../../store/tenantStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { signInTargetOf } from './signInTarget.ts';

type TenantSession =
  | { readonly kind: 'delegated'; readonly session: DelegatedSession }
  | { readonly kind: 'certificate'; readonly session: Session };

export type TenantSessions = ReturnType<typeof createTenantSessions>;

const scopeList = z.array(z.string()).catch([]);

/** The sign-ins of all tenants side by side, each with its own tokens, and the permissions each has turned out to need. */
export function createTenantSessions({ ports, settings, store }: ServiceContext) {
  const sessions = new Map<string, TenantSession>();
  const settingName = (tenantId: string): string => `neededScopes.${tenantId}`;

  function neededScopes(tenantId: string): readonly Scope[] {
    return scopeList.parse(settings.read(settingName(tenantId)) ?? []).filter(isScope);
  }

  function open(tenant: TenantRecord): TenantSession {
    const { fetch, clock, secretBox } = ports;
    const target = signInTargetOf(tenant);
    if (tenant.certificateThumbprint !== null && tenant.certificateKeyFile !== null) {
      const certificate = {
        thumbprintSha256: tenant.certificateThumbprint,
        privateKeyFile: tenant.certificateKeyFile,
      };
      return { kind: 'certificate', session: createCertificateSession({ target, certificate, fetch }) };
    }
    const onConsentNeeded = (scope: Scope): void => {
      store.write(() => settings.write(settingName(tenant.id), [...new Set([...neededScopes(tenant.id), scope])]));
    };
    return {
      kind: 'delegated',
      session: createDelegatedSession({ target, fetch, clock, secretBox, onConsentNeeded }),
    };
  }

  return {
    of(tenant: TenantRecord): TenantSession {
      const known = sessions.get(tenant.id);
      if (known !== undefined) return known;
      const session = open(tenant);
      sessions.set(tenant.id, session);
      return session;
    },
    /** What the next sign-in asks for: the least, and what was missing since. */
    scopesFor: (tenantId: string): readonly Scope[] => [...new Set([...signInScopes, ...neededScopes(tenantId)])],
  };
}
