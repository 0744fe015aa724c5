import { GraphError } from '../graphError.ts';
import { redactSecrets } from '../redactSecrets.ts';
import { readMsalError, type MsalError } from './msalError.ts';
import { permissionUses } from '../../../shared/directory/permissions.ts';
import type { Permission } from '../../../shared/directory/permissions.ts';

const EXPIRED =
  'The certificate has expired or is not valid yet: add a new one to the app registration, and use it here.';

/** What to do about the refusals that a lab meets, by Entra's own numbers (Microsoft Learn: "Microsoft Entra authentication and authorization error codes"). */
const remedies: Readonly<Record<string, string>> = {
  '50011':
    'The app registration lacks the redirect address: add http://localhost under "Mobile and desktop applications".',
  '50034': 'This account is not in the directory of the tenant: sign in with another one.',
  '50057': 'This account is disabled: sign in with another one, or ask an administrator.',
  '50105': 'This account is not assigned to the app: ask an administrator to assign it under Enterprise applications.',
  '53003': 'A Conditional Access policy refuses this sign-in: use the browser and not a code, or ask an administrator.',
  '65001': 'Nobody has consented to the permissions yet: sign in again and accept them, or ask an administrator.',
  '65004': 'The permissions were declined: sign in again and accept them.',
  '90002': 'There is no such directory in this cloud: check the directory ID and the cloud of the tenant.',
  '90094': 'Only an administrator may consent to these permissions: ask one to grant them to the app.',
  '650057': 'The app registration lacks a permission: add Reseal’s permissions to it and grant them.',
  '700016': 'The directory does not know the app: check the client ID of the tenant.',
  '700024':
    'This computer’s clock is wrong, and Microsoft refuses what the certificate signed: set the date and time, then try again.',
  '700027':
    'The certificate is not the one of the app registration: check its SHA-256 thumbprint and its key, and upload it under Certificates & secrets.',
  '1000502': EXPIRED,
  '7000218': 'The app registration does not allow this: switch on "Allow public client flows" under Authentication.',
  '7000274': EXPIRED,
};

/** What became of a code that was shown, by OAuth's own words (RFC 8628, 3.5, and Entra's beside them). */
const codeRemedies: Readonly<Record<string, string>> = {
  expired_token: 'The code has run out; start the sign-in again.',
  code_expired: 'The code has run out; start the sign-in again.',
  bad_verification_code: 'Microsoft does not know the code any more; start the sign-in again.',
  access_denied: 'The sign-in was declined; start it again and accept it.',
  authorization_declined: 'The sign-in was declined; start it again and accept it.',
};

/** Answers that MSAL could not read; nobody was refused. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'client_info_decoding_error',
  'client_info_empty_error',
  'token_parsing_error',
  'null_or_empty_token',
]);

/** One sentence about a sign-in that did not work. */
export function signInProblem(error: unknown): string {
  const failure = serviceFailure(error);
  if (failure !== null) return failure.message;
  const refusal = readMsalError(error);
  if (refusal === null) return 'The sign-in did not work; try again.';
  const codeRemedy = codeRemedies[refusal.errorMessage];
  if (codeRemedy !== undefined) return codeRemedy;
  if (isExpiredKey(refusal)) return EXPIRED;
  const remedy = remedies[entraNumber(refusal) ?? ''];
  if (remedy !== undefined) return remedy;
  if (isUnreachable(error)) {
    // MSAL says the same where there is no network and where there is no such directory.
    return 'Microsoft’s sign-in for this tenant cannot be reached; check the network connection, and the tenant’s directory ID and cloud.';
  }
  return `Microsoft refused the sign-in (${shortMessage(refusal)}); try again.`;
}

/** The error of a call whose token could not be had. */
export function tokenFailure(error: unknown, scope: Permission): GraphError {
  const failure = serviceFailure(error);
  if (failure !== null) return failure;
  const refusal = readMsalError(error);
  if (refusal === null) return unreadableSignIn(null);
  const code = refusal.errorCode;
  if (isUnreachable(error)) return new GraphError(signInProblem(error), { kind: 'offline', code });
  if (isMissingConsent(refusal)) return consentNeeded(scope);
  if (needsPerson(refusal) || code === 'invalid_grant') {
    return new GraphError('The sign-in has expired; sign in again.', { kind: 'unauthorized', code: 'signInExpired' });
  }
  return new GraphError(signInProblem(error), { kind: 'unauthorized', code });
}

/** The sign-in service has too much to do, or fails on its side: nobody is signed out by it. */
export function busySignIn(status: number | null, retryAfterMs: number | null): GraphError {
  return new GraphError(
    'Microsoft’s sign-in is not available at the moment; Reseal tries again by itself, and who is signed in stays so.',
    { kind: 'unavailable', status, code: 'signInBusy', retryAfterMs },
  );
}

/** What answered is no sign-in service, or one that fails: nobody is signed out by it. */
export function unreadableSignIn(status: number | null): GraphError {
  return new GraphError(
    'Microsoft’s sign-in gave an answer that makes no sense, or something between here and Microsoft did; sign in to this network in a browser first, or try again in a few minutes.',
    { kind: 'unavailable', status, code: 'signInUnreadable' },
  );
}

/** What went wrong where the sign-in service is, and not with the sign-in; null where it is the sign-in. */
function serviceFailure(error: unknown): GraphError | null {
  if (error instanceof GraphError) return error;
  if (error instanceof Error && error.cause instanceof GraphError) return error.cause;
  const refusal = readMsalError(error);
  if (refusal === null) return null;
  if (UNREADABLE.has(refusal.errorCode)) return unreadableSignIn(null);
  // Within the time that a service asked for, MSAL throws by itself, without a code.
  if (refusal.name === 'ServerError' && refusal.errorCode === '') return busySignIn(null, null);
  return null;
}

/** A wait rather than a failure: the outbox goes on once somebody signs in. */
export function signedOut(): GraphError {
  return new GraphError('Nobody is signed in to this tenant; sign in first.', {
    kind: 'unauthorized',
    code: 'signedOut',
  });
}

/** A permission that the tenant has not granted; what does not need it goes on. */
export function consentNeeded(scope: Permission): GraphError {
  return new GraphError(
    `The permission ${scope} is not granted yet, which Reseal asks for ${permissionUses[scope]}; ask for it under Customers, Check permissions, or have an administrator grant it to the app.`,
    { kind: 'forbidden', code: 'consentNeeded' },
  );
}

/** MSAL's own judgement: nothing but a sign-in by a person gets on from here. */
export function needsPerson(error: MsalError): boolean {
  return error.name === 'InteractionRequiredAuthError';
}

function isMissingConsent(error: MsalError): boolean {
  return error.subError === 'consent_required' || ['65001', '90094', '65004'].includes(entraNumber(error) ?? '');
}

/** Entra has one number for a key that it does not know and for one that has expired. */
function isExpiredKey(error: MsalError): boolean {
  return entraNumber(error) === '700027' && /\bexpired\b/i.test(error.errorMessage);
}

/** MSAL's judgement that the sign-in service could not be had. */
export function isUnreachable(error: unknown): boolean {
  const { errorCode = '' } = readMsalError(error) ?? {};
  return ['network_error', 'endpoints_resolution_error', 'openid_config_error'].includes(errorCode);
}

function entraNumber(error: MsalError): string | undefined {
  return /AADSTS(\d+)/.exec(error.errorMessage)?.[1];
}

function shortMessage(error: MsalError): string {
  const firstSentence = error.errorMessage.split(/\. | Trace ID|\r|\n/)[0] ?? '';
  return redactSecrets(firstSentence === '' ? error.errorCode : firstSentence);
}
