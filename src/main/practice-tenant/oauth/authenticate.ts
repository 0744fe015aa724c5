import { PracticeError, type Caller } from '../protocol/graphMessages.ts';
import type { Route } from '../protocol/routes.ts';
import type { PracticeSettings } from '../state/settings.ts';
import { isSame, readToken } from './signedTokens.ts';

const CHALLENGE =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

/** Whose token this is, or 401 as Graph says it. `realNow` because sign-ins live in real time, however fast the tenant's clock runs. */
export function authenticate(authorization: string | undefined, settings: PracticeSettings, realNow: number): Caller {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw unauthorized('Access token is empty.');
  if (isSame(token, settings.text('staticToken') ?? '')) return { userId: settings.text('technicianId'), scopes: null };
  const claims = readToken(token, settings.text('tokenSecret') ?? '');
  if (claims?.use !== 'access') throw unauthorized('CompactToken parsing failed with error code: 80049217');
  if (claims.exp * 1000 <= realNow) throw tokenExpired();
  return { userId: claims.oid, scopes: claims.scp.toLowerCase().split(' ') };
}

/** 401 with Intune's words for a token whose time is over, which is not worth a new sign-in but a new token. */
export function tokenExpired(): PracticeError {
  return unauthorized('Lifetime validation failed, the token is expired.');
}

/** 403 unless the caller has one of the scopes that open the route. */
export function authorize(caller: Caller, route: Route): void {
  const { scopes } = caller;
  if (scopes === null || route.scopes.some((scope) => scopes.includes(scope.toLowerCase()))) return;
  if (route.service === 'directory') throw missingRole(route);
  throw new PracticeError(
    403,
    'Forbidden',
    `Application is not authorized to perform this operation. Application must have one of the following scopes: ${route.scopes.join(', ')}`,
  );
}

/** 403 as it is said to an app that has the permission and an account that lacks the role. */
export function missingRole(route: Route): PracticeError {
  return route.service === 'directory'
    ? new PracticeError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
    : new PracticeError(403, 'Forbidden', 'User is not authorized to perform this operation');
}

function unauthorized(message: string): PracticeError {
  return new PracticeError(401, 'InvalidAuthenticationToken', message, { 'WWW-Authenticate': CHALLENGE });
}
