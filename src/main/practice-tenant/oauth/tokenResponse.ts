import { randomUUID } from 'node:crypto';
import { ORGANIZATION_NAME } from '../directory.ts';
import type { JsonObject } from '../protocol/graphMessages.ts';
import type { UserRow } from '../state/rows.ts';
import { signToken } from './signedTokens.ts';

const ACCESS_TOKEN_SECONDS = 3_600;
const REFRESH_TOKEN_SECONDS = 90 * 24 * 3_600;
const PROTOCOL_SCOPES: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

export interface Grant {
  /** `null` for an app that signs in as itself. */
  readonly user: UserRow | null;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly nonce: string | null;
}

interface Issuer {
  readonly origin: string;
  readonly tenantId: string;
  readonly secret: string;
  readonly realNow: number;
}

/** The answer of the token endpoint: access token, and for a person also refresh token, id token and client info. */
export function tokenResponse(grant: Grant, issuer: Issuer): JsonObject {
  const issuedAt = Math.floor(issuer.realNow / 1000);
  const apiScopes = grant.scopes.filter((scope) => !PROTOCOL_SCOPES.includes(scope));
  const common = {
    iss: issuerOf(issuer.origin, issuer.tenantId),
    iat: issuedAt,
    nbf: issuedAt,
    tid: issuer.tenantId,
    client: grant.clientId,
    oid: grant.user?.id ?? null,
    uti: randomUUID(),
    ver: '2.0',
  };
  const accessToken = signToken(
    {
      ...common,
      use: 'access',
      aud: 'https://graph.microsoft.com',
      exp: issuedAt + ACCESS_TOKEN_SECONDS,
      scp: apiScopes.map(withoutResource).join(' '),
    },
    issuer.secret,
  );
  const answer = {
    token_type: 'Bearer',
    expires_in: ACCESS_TOKEN_SECONDS,
    ext_expires_in: ACCESS_TOKEN_SECONDS,
    access_token: accessToken,
  };
  if (grant.user === null) return answer;
  const refreshToken = signToken(
    { ...common, use: 'refresh', exp: issuedAt + REFRESH_TOKEN_SECONDS, scp: grant.scopes.join(' ') },
    issuer.secret,
  );
  const idToken = signToken(
    {
      ...common,
      aud: grant.clientId,
      exp: issuedAt + ACCESS_TOKEN_SECONDS,
      sub: grant.user.id,
      name: grant.user.displayName,
      preferred_username: grant.user.userPrincipalName,
      tenant_display_name: ORGANIZATION_NAME,
      ...(grant.nonce === null ? {} : { nonce: grant.nonce }),
    },
    issuer.secret,
  );
  return {
    ...answer,
    scope: apiScopes.join(' '),
    refresh_token: refreshToken,
    id_token: idToken,
    client_info: clientInfo(grant.user, issuer.tenantId),
  };
}

/** How MSAL names the account: user and home tenant. */
export function clientInfo(user: UserRow, tenantId: string): string {
  return Buffer.from(JSON.stringify({ uid: user.id, utid: tenantId })).toString('base64url');
}

/** MSAL takes an issuer only with https and the authority's own host. */
export function issuerOf(origin: string, tenantId: string): string {
  return `${origin.replace('http:', 'https:')}/${tenantId}/v2.0`;
}

/** `https://graph.microsoft.com/User.Read` is the scope `User.Read`. */
function withoutResource(scope: string): string {
  return scope.split('/').at(-1) ?? scope;
}
