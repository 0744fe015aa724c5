import { AuthError, InteractionRequiredAuthError } from '@azure/msal-node';
import { expect, test } from 'vitest';
import { signInProblem, tokenFailure } from '../../../src/main/graph/signIn/signInProblem.ts';

const scope = 'DeviceManagementServiceConfig.ReadWrite.All';
const entra = (number: number, words: string) =>
  new AuthError('invalid_request', '', `${number}: [t]: AADSTS${number}: ${words} Trace ID: 1 Correlation ID: 2`);

test.each([
  [entra(50011, 'The redirect URI does not match.'), 'http://localhost'],
  [entra(90002, "Tenant 'x' not found."), 'directory ID'],
  [entra(700016, 'Application not found in the directory.'), 'client ID'],
  [entra(700024, 'Client assertion is not within its valid time range.'), 'clock'],
  [entra(700027, 'The certificate is not registered on application. [Reason - The key was not found.]'), 'thumbprint'],
  [entra(700027, 'Invalid signature. [Reason - The key used is expired.]'), 'expired'],
  [entra(1000502, 'The provided certificate is not within its specified validity period.'), 'expired'],
  [entra(7000218, 'The request body must contain client_assertion.'), 'public client flows'],
  [entra(53003, 'Access has been blocked by Conditional Access policies.'), 'Conditional Access'],
  [entra(90094, 'Admin consent is required.'), 'administrator'],
  [new AuthError('network_error', '', 'Network request failed'), 'network connection'],
  [new Error('something of ours'), 'try again'],
])('%s leads to what to do', (error, remedy) => {
  expect(signInProblem(error)).toContain(remedy);
});

test('a refusal that nobody knows is shown as it came, without the person’s address', () => {
  const problem = signInProblem(
    new AuthError('weird', '', 'AADSTS999999: Ada <ada@contoso.com> is weird. Trace ID: 1'),
  );
  expect(problem).toContain('AADSTS999999');
  expect(problem).not.toContain('ada@contoso.com');
  expect(problem).not.toContain('Trace ID');
});

test('a permission nobody has consented to is said with its reason, and is no expired sign-in', () => {
  const missing = new InteractionRequiredAuthError('invalid_grant', '', 'AADSTS65001: no consent', 'consent_required');
  expect(tokenFailure(missing, scope)).toMatchObject({
    kind: 'forbidden',
    code: 'consentNeeded',
    message: expect.stringContaining('to register devices') as unknown,
  });
});

test('a sign-in that wants the person again has expired', () => {
  const expired = new InteractionRequiredAuthError('interaction_required', '', 'AADSTS50076: use MFA');
  expect(tokenFailure(expired, scope)).toMatchObject({
    kind: 'unauthorized',
    code: 'signInExpired',
  });
});

test('no network is no expired sign-in', () => {
  expect(tokenFailure(new AuthError('network_error', ''), scope)).toMatchObject({ kind: 'offline' });
});
