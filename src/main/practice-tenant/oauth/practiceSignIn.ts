import { DOMAIN } from '../directory.ts';
import type { UserRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { OAuthError } from './oauthMessages.ts';

/** What both ways of signing in need: who signs in, where, and what time it is. */
export interface SignInContext {
  readonly tenant: Tenant;
  readonly tenantId: string;
  /** Real milliseconds: sign-ins live in real time, whatever the tenant's speed. */
  readonly realNow: () => number;
}

/** The technician, or the user that the program hinted at. */
export function userToSignIn({ tenant }: SignInContext, loginHint: string | null): UserRow | undefined {
  const { users, settings } = tenant.state;
  if (loginHint === null || loginHint === '') return users.find(settings.text('technicianId') ?? '');
  return users.all().find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === loginHint.toLowerCase());
}

/** Throws for a tenant of an authority that is not this one. */
export function refuseUnknownTenant({ tenantId }: SignInContext, name: string): void {
  if (['common', 'organizations', DOMAIN, tenantId].includes(name.toLowerCase())) return;
  throw new OAuthError(
    'invalid_request',
    90002,
    `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}

/** Whether all of these permissions are granted to the program. */
export function isConsented({ tenant }: SignInContext, scopes: readonly string[]): boolean {
  const refused = tenant.refusedScopes().map((scope) => scope.toLowerCase());
  return !scopes.some((scope) => refused.includes(scope.toLowerCase().split('/').at(-1) ?? ''));
}

/** @throws OAuthError as the token endpoint says that a permission lacks consent */
export function refuseUnconsented(context: SignInContext, scopes: readonly string[]): void {
  if (isConsented(context, scopes)) return;
  throw new OAuthError(
    'invalid_grant',
    65001,
    'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
    'consent_required',
  );
}

/** The `scope` parameter of OAuth is one text with blanks in between. */
export function splitScopes(scope: string | null): readonly string[] {
  return (scope ?? '').split(' ').filter((part) => part !== '');
}
