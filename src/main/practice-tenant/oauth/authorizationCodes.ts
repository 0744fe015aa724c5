import { createHash, randomBytes } from 'node:crypto';
import type { UserRow } from '../state/rows.ts';
import { OAuthError } from './oauthMessages.ts';
import { isConsented, splitScopes, userToSignIn, type SignInContext } from './practiceSignIn.ts';
import { formPostPage } from './signInPage.ts';
import { clientInfo, type Grant } from './tokenResponse.ts';

const CODE_LIFETIME_MS = 10 * 60 * 1000;

interface PendingCode {
  readonly grant: Grant;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly expiresAt: number;
}

/** The authorization-code flow with proof key: everybody who asks has consented already to what may be consented to. */
interface AuthorizationCodes {
  /** The page that posts a code, or a refusal, to the waiting program. */
  readonly page: (query: URLSearchParams) => string;
  readonly redeem: (form: URLSearchParams) => Grant;
}

/** Codes live in memory for ten minutes and are good for one exchange. */
export function createAuthorizationCodes(context: SignInContext): AuthorizationCodes {
  const pendingCodes = new Map<string, PendingCode>();

  function issue(user: UserRow, query: URLSearchParams, redirectUri: string): string {
    const code = randomBytes(24).toString('base64url');
    pendingCodes.set(code, {
      grant: {
        user,
        clientId: query.get('client_id') ?? '',
        scopes: splitScopes(query.get('scope')),
        nonce: query.get('nonce'),
      },
      challenge: query.get('code_challenge') ?? '',
      redirectUri,
      expiresAt: context.realNow() + CODE_LIFETIME_MS,
    });
    return code;
  }

  return {
    page(query) {
      const redirectUri = query.get('redirect_uri') ?? '';
      if (!isLoopback(redirectUri)) {
        throw new OAuthError(
          'invalid_request',
          50011,
          'The redirect URI does not match those configured for the application.',
        );
      }
      const state = query.get('state') ?? '';
      const user = userToSignIn(context, query.get('login_hint'));
      const refusal = refusalOf(query, user) ?? consentRefusal(context, query);
      if (refusal || !user) {
        return formPostPage(redirectUri, {
          error: refusal?.error ?? 'access_denied',
          error_description: refusal?.description ?? '',
          state,
        });
      }
      const code = issue(user, query, redirectUri);
      return formPostPage(redirectUri, { code, client_info: clientInfo(user, context.tenantId), state });
    },

    redeem(form) {
      const code = form.get('code') ?? '';
      const pending = pendingCodes.get(code);
      pendingCodes.delete(code);
      if (!pending || pending.expiresAt <= context.realNow() || pending.redirectUri !== form.get('redirect_uri')) {
        throw new OAuthError('invalid_grant', 70008, 'The provided authorization code has expired or is not valid.');
      }
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (challenge !== pending.challenge) {
        throw new OAuthError(
          'invalid_grant',
          501481,
          'The Code_Verifier does not match the code_challenge of the authorization request.',
        );
      }
      return pending.grant;
    },
  };
}

interface Refusal {
  readonly error: string;
  readonly description: string;
}

function refusalOf(query: URLSearchParams, user: UserRow | undefined): Refusal | null {
  if (query.get('response_mode') !== 'form_post' || query.get('response_type') !== 'code') {
    return {
      error: 'unsupported_response_type',
      description: 'AADSTS700054: Only a code by form_post is served here.',
    };
  }
  if (query.get('code_challenge_method') !== 'S256' || !query.get('code_challenge')) {
    return { error: 'invalid_request', description: 'AADSTS9002325: Proof Key for Code Exchange is required.' };
  }
  if (!query.get('client_id'))
    return { error: 'invalid_request', description: 'AADSTS900144: The request must contain client_id.' };
  if (!user)
    return { error: 'access_denied', description: 'AADSTS50034: The user account does not exist in the directory.' };
  if (user.isEnabled === 0)
    return { error: 'access_denied', description: 'AADSTS50057: The user account is disabled.' };
  return null;
}

function consentRefusal(context: SignInContext, query: URLSearchParams): Refusal | null {
  if (isConsented(context, splitScopes(query.get('scope')))) return null;
  return { error: 'access_denied', description: 'AADSTS90094: The grant requires admin permission.' };
}

/** Native programs register `http://localhost`; any port of it will do. */
function isLoopback(redirectUri: string): boolean {
  const url = URL.parse(redirectUri);
  return url?.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1');
}
