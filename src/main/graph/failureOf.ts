import type { ErrorBody } from './errorBody.ts';
import { GraphError, type GraphErrorKind } from './graphError.ts';
import type { Permission } from '../../shared/directory/permissions.ts';

/** What a refusal by status means. */
function kindOfStatus(status: number): GraphErrorKind {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'notFound';
    case 408:
      return 'timeout';
    case 409:
    case 412:
      return 'conflict';
    case 429:
      return 'throttled';
    case 503:
    case 504:
      return 'unavailable';
    default:
      return status >= 500 ? 'server' : 'badRequest';
  }
}

/** The error for an answer that is not a success. */
export function refusedAnswer(
  status: number,
  said: ErrorBody,
  context: {
    readonly retryAfterMs: number | null;
    readonly requestId: string | null;
    readonly claims: string | null;
    readonly scope: Permission;
  },
): GraphError {
  const kind = kindOfStatus(status);
  return new GraphError(sentenceOf(kind, status, said.message ?? said.code, context.scope), {
    kind,
    status,
    code: said.code,
    retryAfterMs: context.retryAfterMs,
    claims: context.claims,
    requestId: context.requestId ?? said.requestId,
  });
}

function sentenceOf(kind: GraphErrorKind, status: number, said: string | null, scope: Permission): string {
  const words = said === null ? `${status}` : `${said}, ${status}`;
  switch (kind) {
    case 'unauthorized':
      return 'Microsoft no longer accepts the sign-in; sign in again.';
    case 'forbidden':
      return `Microsoft refuses this to the account that is signed in (${words}); it needs the permission ${scope} and an Intune role, and the tenant an Intune licence. Ask an administrator.`;
    case 'notFound':
      return `Microsoft Graph does not know what was asked for (${words}); it may have been removed, or not be there yet.`;
    case 'timeout':
      return 'Microsoft Graph did not answer in time; look whether the change took effect before it is sent again.';
    case 'throttled':
      return 'Microsoft asks Reseal to slow down; it goes on by itself a little later.';
    case 'unavailable':
      return `Microsoft Graph is not available at the moment (${words}); try again in a few minutes.`;
    case 'server':
      return `Microsoft Graph failed on its side (${words}); try again in a few minutes.`;
    case 'conflict':
      return `Microsoft Graph reports a conflict (${words}); refresh and look again.`;
    case 'badRequest':
    case 'offline':
    case 'protocol':
      return `Microsoft Graph refused the request (${words}); check the values that were sent.`;
  }
}
