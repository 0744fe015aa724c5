import type { JsonObject } from '../protocol/graphMessages.ts';
import type { Tenant } from '../tenant.ts';
import { createAuthorizationCodes } from './authorizationCodes.ts';
import { createDeviceCodes } from './deviceCodes.ts';
import { OAuthError, type OAuthAnswer, type OAuthRequest } from './oauthMessages.ts';
import { allPermissions } from '../resources/scopes.ts';
import {
  isConsented,
  refuseUnconsented,
  refuseUnknownTenant,
  splitScopes,
  type SignInContext,
} from './practiceSignIn.ts';
import { readToken } from './signedTokens.ts';
import { issuerOf, tokenResponse, type Grant } from './tokenResponse.ts';

/**
 * The part of Microsoft's sign-in service that MSAL needs: discovery, authorize, token, device code. Everybody who asks
 * is the practice technician, or the user of `login_hint`. Returns `null` for a path it does not have.
 */
export function createOAuth(tenant: Tenant, realNow: () => number): (request: OAuthRequest) => OAuthAnswer | null {
  const { settings, users } = tenant.state;
  const tenantId = settings.text('tenantId') ?? '';
  const context: SignInContext = { tenant, tenantId, realNow };
  const authorizationCodes = createAuthorizationCodes(context);
  const deviceCodes = createDeviceCodes(context);

  function answer(request: OAuthRequest): OAuthAnswer | null {
    const [tenantName = '', ...rest] = request.segments;
    const { origin, query, form } = request;
    const verificationUri = `${origin}/common/oauth2/deviceauth`;
    const page = (html: string): OAuthAnswer => ({ status: 200, page: html });
    const json = (body: JsonObject): OAuthAnswer => ({ status: 200, body });
    refuseUnknownTenant(context, tenantName);

    switch (`${request.method} ${rest.join('/').toLowerCase()}`) {
      case 'GET discovery/instance':
        return json(instanceDiscovery(origin));
      case 'GET v2.0/.well-known/openid-configuration':
        return json(openIdConfiguration(origin, tenantName));
      case 'GET discovery/v2.0/keys':
        return json({ keys: [] });
      case 'GET oauth2/v2.0/authorize':
        return page(authorizationCodes.page(query));
      case 'POST oauth2/v2.0/token':
        return json(tokenResponse(grantOf(form), { origin, tenantId, secret: tokenSecret(), realNow: realNow() }));
      case 'POST oauth2/v2.0/devicecode':
        return json(deviceCodes.start(form, verificationUri));
      case 'GET oauth2/deviceauth':
        return page(deviceCodes.page(verificationUri));
      case 'POST oauth2/deviceauth':
        return page(deviceCodes.approve(form, verificationUri));
      default:
        return null;
    }
  }

  function instanceDiscovery(origin: string): JsonObject {
    const { host } = new URL(origin);
    return {
      tenant_discovery_endpoint: `${origin}/${tenantId}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    };
  }

  /** MSAL refuses an authority without https; the endpoints named here are what it talks to afterwards. */
  function openIdConfiguration(origin: string, tenantName: string): JsonObject {
    const base = `${origin}/${tenantName}`;
    return {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      issuer: issuerOf(origin, tenantId),
      response_modes_supported: ['form_post'],
      response_types_supported: ['code'],
    };
  }

  function grantOf(form: URLSearchParams): Grant {
    switch (form.get('grant_type') ?? '') {
      case 'authorization_code':
        return authorizationCodes.redeem(form);
      case 'refresh_token':
        return redeemRefreshToken(form);
      case 'urn:ietf:params:oauth:grant-type:device_code':
      case 'device_code':
        return deviceCodes.redeem(form);
      case 'client_credentials':
        return appGrant(form);
      default:
        throw new OAuthError('unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
    }
  }

  function redeemRefreshToken(form: URLSearchParams): Grant {
    const claims = readToken(form.get('refresh_token') ?? '', tokenSecret());
    const user = users.find(claims?.oid ?? '');
    if (claims?.use !== 'refresh' || claims.exp * 1000 <= realNow() || !user) {
      throw new OAuthError('invalid_grant', 700082, 'The refresh token has expired due to inactivity.');
    }
    if (user.isEnabled === 0) throw new OAuthError('invalid_grant', 50057, 'The user account is disabled.');
    const asked = splitScopes(form.get('scope'));
    const scopes = asked.length > 0 ? asked : splitScopes(claims.scp);
    refuseUnconsented(context, scopes);
    return { user, clientId: claims.client, scopes, nonce: null };
  }

  /** An app of its own, with every permission that is not refused; no certificate is on file, so any well-formed assertion will do. */
  function appGrant(form: URLSearchParams): Grant {
    const hasAssertion = (form.get('client_assertion') ?? '').split('.').length === 3;
    if (!hasAssertion)
      throw new OAuthError(
        'invalid_client',
        7000216,
        'client_assertion is required for the client_credentials grant type.',
      );
    const scopes = allPermissions.filter((permission) => isConsented(context, [permission]));
    return { user: null, clientId: form.get('client_id') ?? '', scopes, nonce: null };
  }

  function tokenSecret(): string {
    return settings.text('tokenSecret') ?? '';
  }

  return answer;
}
