import { createHash, randomBytes, randomInt } from 'node:crypto';
import { DOMAIN } from '../directory.ts';
import type { JsonObject } from '../protocol/graphMessages.ts';
import type { UserRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { deviceCodePage, formPostPage } from './signInPage.ts';
import { OAuthError, type OAuthAnswer, type OAuthRequest } from './oauthMessages.ts';
import { readToken } from './signedTokens.ts';
import { clientInfo, issuerOf, tokenResponse, type Grant } from './tokenResponse.ts';

const CODE_LIFETIME_MS = 10 * 60 * 1000;
const DEVICE_CODE_SECONDS = 900;
const POLL_SECONDS = 1;

interface PendingCode {
  readonly grant: Grant;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly expiresAt: number;
}

interface PendingDevice {
  readonly userCode: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  isApproved: boolean;
}

/**
 * The part of Microsoft's sign-in service that MSAL needs: discovery, authorize, token, device code. Everybody who asks
 * is the practice technician, or the user of `login_hint`, and has consented. Times are real, whatever the tenant's speed.
 */
export function createOAuth(tenant: Tenant, realNow: () => number): (request: OAuthRequest) => OAuthAnswer | null {
  const { settings, users } = tenant.state;
  const codes = new Map<string, PendingCode>();
  const devices = new Map<string, PendingDevice>();
  const tenantId = settings.text('tenantId') ?? '';

  function answer(request: OAuthRequest): OAuthAnswer | null {
    const [tenantName = '', ...rest] = request.segments;
    const path = rest.join('/').toLowerCase();
    switch (`${request.method} ${path}`) {
      case 'GET discovery/instance':
        return { status: 200, body: instanceDiscovery(request) };
      case 'GET v2.0/.well-known/openid-configuration':
        return { status: 200, body: openIdConfiguration(request, tenantName) };
      case 'GET discovery/v2.0/keys':
        return { status: 200, body: { keys: [] } };
      case 'GET oauth2/v2.0/authorize':
        return authorizePage(request, tenantName);
      case 'POST oauth2/v2.0/token':
        return { status: 200, body: token(request, tenantName) };
      case 'POST oauth2/v2.0/devicecode':
        return { status: 200, body: startDeviceCode(request, tenantName) };
      case 'GET oauth2/deviceauth':
        return {
          status: 200,
          page: deviceCodePage(verificationUri(request), 'Enter the code that the program shows.'),
        };
      case 'POST oauth2/deviceauth':
        return approveDevice(request);
      case 'GET oauth2/v2.0/logout':
        return {
          status: 200,
          page: deviceCodePage(verificationUri(request), 'You are signed out of the practice tenant.'),
        };
      default:
        return null;
    }
  }

  function instanceDiscovery(request: OAuthRequest): JsonObject {
    const host = new URL(request.origin).host;
    return {
      tenant_discovery_endpoint: `${request.origin}/${tenantId}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    };
  }

  function openIdConfiguration(request: OAuthRequest, tenantName: string): JsonObject {
    const id = knownTenant(tenantName);
    const base = `${request.origin}/${tenantName}`;
    return {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      issuer: issuerOf(request.origin, id),
      response_modes_supported: ['form_post'],
      response_types_supported: ['code'],
      tenant_region_scope: 'EU',
    };
  }

  function authorizePage(request: OAuthRequest, tenantName: string): OAuthAnswer {
    knownTenant(tenantName);
    const { query } = request;
    const redirectUri = query.get('redirect_uri') ?? '';
    if (!isLoopback(redirectUri))
      throw new OAuthError(
        'invalid_request',
        50011,
        'The redirect URI specified in the request does not match the redirect URIs configured for the application.',
      );
    const state = query.get('state') ?? '';
    const user = userToSignIn(query.get('login_hint'));
    const refusal = refusalOf(query, user);
    if (refusal || !user) {
      const { error, message } = refusal ?? {
        error: 'access_denied',
        message: 'AADSTS50034: The user account does not exist in the directory.',
      };
      return { status: 200, page: formPostPage(redirectUri, { error, error_description: message, state }) };
    }
    const code = randomBytes(24).toString('base64url');
    codes.set(code, {
      grant: {
        user,
        clientId: query.get('client_id') ?? '',
        scopes: splitScopes(query.get('scope')),
        nonce: query.get('nonce'),
      },
      challenge: query.get('code_challenge') ?? '',
      redirectUri,
      expiresAt: realNow() + CODE_LIFETIME_MS,
    });
    return { status: 200, page: formPostPage(redirectUri, { code, client_info: clientInfo(user, tenantId), state }) };
  }

  function refusalOf(
    query: URLSearchParams,
    user: UserRow | undefined,
  ): { readonly error: string; readonly message: string } | null {
    if (query.get('response_mode') !== 'form_post' || query.get('response_type') !== 'code') {
      return {
        error: 'unsupported_response_type',
        message: 'AADSTS700054: only response_type=code with response_mode=form_post is served.',
      };
    }
    if (query.get('code_challenge_method') !== 'S256' || !query.get('code_challenge')) {
      return { error: 'invalid_request', message: 'AADSTS9002325: Proof Key for Code Exchange is required.' };
    }
    if (!query.get('client_id'))
      return { error: 'invalid_request', message: 'AADSTS900144: The request must contain client_id.' };
    if (user?.isEnabled === 0) return { error: 'access_denied', message: 'AADSTS50057: The user account is disabled.' };
    return null;
  }

  function userToSignIn(loginHint: string | null): UserRow | undefined {
    if (loginHint === null || loginHint === '') return users.find(settings.text('technicianId') ?? '');
    return users.all().find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === loginHint.toLowerCase());
  }

  function token(request: OAuthRequest, tenantName: string): JsonObject {
    knownTenant(tenantName);
    return tokenResponse(grantOf(request.form), {
      origin: request.origin,
      tenantId,
      secret: settings.text('tokenSecret') ?? '',
      realNow: realNow(),
    });
  }

  function grantOf(form: URLSearchParams): Grant {
    switch (form.get('grant_type') ?? '') {
      case 'authorization_code':
        return redeemCode(form);
      case 'refresh_token':
        return redeemRefreshToken(form);
      case 'urn:ietf:params:oauth:grant-type:device_code':
      case 'device_code':
        return redeemDeviceCode(form);
      case 'client_credentials':
        return appGrant(form);
      default:
        throw new OAuthError('unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
    }
  }

  function redeemCode(form: URLSearchParams): Grant {
    const code = form.get('code') ?? '';
    const pending = codes.get(code);
    codes.delete(code);
    if (!pending || pending.expiresAt <= realNow() || pending.redirectUri !== form.get('redirect_uri')) {
      throw new OAuthError(
        'invalid_grant',
        70008,
        'The provided authorization code or refresh token has expired due to inactivity.',
      );
    }
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (challenge !== pending.challenge) {
      throw new OAuthError(
        'invalid_grant',
        501481,
        'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
      );
    }
    return pending.grant;
  }

  function redeemRefreshToken(form: URLSearchParams): Grant {
    const claims = readToken(form.get('refresh_token') ?? '', settings.text('tokenSecret') ?? '');
    const user = users.find(claims?.oid ?? '');
    if (claims?.use !== 'refresh' || claims.exp * 1000 <= realNow() || !user) {
      throw new OAuthError('invalid_grant', 700082, 'The refresh token has expired due to inactivity.');
    }
    if (user.isEnabled === 0) throw new OAuthError('invalid_grant', 50057, 'The user account is disabled.');
    const asked = splitScopes(form.get('scope'));
    return { user, clientId: claims.client, scopes: asked.length > 0 ? asked : splitScopes(claims.scp), nonce: null };
  }

  function appGrant(form: URLSearchParams): Grant {
    const hasProof = (form.get('client_assertion') ?? '').split('.').length === 3 || Boolean(form.get('client_secret'));
    if (!hasProof)
      throw new OAuthError(
        'invalid_client',
        7000216,
        'client_assertion or client_secret is required for the client_credentials grant type.',
      );
    return { user: null, clientId: form.get('client_id') ?? '', scopes: splitScopes(form.get('scope')), nonce: null };
  }

  function startDeviceCode(request: OAuthRequest, tenantName: string): JsonObject {
    knownTenant(tenantName);
    const userCode = String(randomInt(10_000_000, 99_999_999));
    const deviceCode = randomBytes(24).toString('base64url');
    devices.set(deviceCode, {
      userCode,
      clientId: request.form.get('client_id') ?? '',
      scopes: splitScopes(request.form.get('scope')),
      expiresAt: realNow() + DEVICE_CODE_SECONDS * 1000,
      isApproved: false,
    });
    const uri = verificationUri(request);
    return {
      user_code: userCode,
      device_code: deviceCode,
      verification_uri: uri,
      expires_in: DEVICE_CODE_SECONDS,
      interval: POLL_SECONDS,
      message: `To sign in, use a web browser to open the page ${uri} and enter the code ${userCode} to authenticate.`,
    };
  }

  function approveDevice(request: OAuthRequest): OAuthAnswer {
    const userCode = request.form.get('user_code')?.trim();
    const pending = [...devices.values()].find(
      (device) => device.userCode === userCode && device.expiresAt > realNow(),
    );
    if (!pending)
      return {
        status: 200,
        page: deviceCodePage(
          verificationUri(request),
          'That code is not right. Enter the code that the program shows.',
        ),
      };
    pending.isApproved = true;
    return {
      status: 200,
      page: deviceCodePage(verificationUri(request), 'You are signed in. You may close this page.'),
    };
  }

  function redeemDeviceCode(form: URLSearchParams): Grant {
    const deviceCode = form.get('device_code') ?? '';
    const pending = devices.get(deviceCode);
    if (!pending || pending.expiresAt <= realNow())
      throw new OAuthError(
        'expired_token',
        70020,
        'The provided value for the input parameter device_code is not valid or has expired.',
      );
    if (!pending.isApproved)
      throw new OAuthError('authorization_pending', 70016, 'Authorization is pending. Continue polling.');
    devices.delete(deviceCode);
    const user = userToSignIn(null) ?? null;
    return { user, clientId: pending.clientId, scopes: pending.scopes, nonce: null };
  }

  function verificationUri(request: OAuthRequest): string {
    return `${request.origin}/common/oauth2/deviceauth`;
  }

  function knownTenant(name: string): string {
    if (['common', 'organizations', DOMAIN, tenantId].includes(name.toLowerCase())) return tenantId;
    throw new OAuthError(
      'invalid_request',
      90002,
      `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    );
  }

  return answer;
}

/** Native programs register `http://localhost`; any port of it will do. */
function isLoopback(redirectUri: string): boolean {
  const url = URL.parse(redirectUri);
  return url?.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1');
}

function splitScopes(scope: string | null): readonly string[] {
  return (scope ?? '').split(' ').filter((part) => part !== '');
}
