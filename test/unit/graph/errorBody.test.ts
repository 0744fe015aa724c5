import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readErrorBody } from '../../../src/main/graph/errorBody.ts';
import { redactSecrets } from '../../../src/main/graph/redactSecrets.ts';

const body = (message: unknown) => ({
  error: { code: 'BadRequest', message, innerError: { 'request-id': 'b1946ac9-2f7c-4d0d-9d4a-0c6a3bd7f6c1' } },
});

test('Graph’s own words and its request id are read', () => {
  expect(readErrorBody(body('Resource not found for the segment.'))).toEqual({
    code: 'BadRequest',
    message: 'Resource not found for the segment',
    requestId: 'b1946ac9-2f7c-4d0d-9d4a-0c6a3bd7f6c1',
    retryAfter: null,
  });
});

test('Intune’s message inside a message is unpacked, without its operation id', () => {
  const intune = JSON.stringify({
    _version: 3,
    Message: 'An error has occurred - Operation ID (for customer support): 0000 - Activity ID: 1111',
    CustomApiErrorPhrase: '',
    RetryAfter: 12,
    ErrorSourceService: '',
    HttpHeaders: '{}',
  });
  expect(readErrorBody(body(intune))).toMatchObject({ message: 'An error has occurred', retryAfter: '12' });
});

test.each([
  [null],
  ['a page of a proxy'],
  [{}],
  [{ error: 'invalid_grant' }],
  [{ error: { code: 5 } }],
  [body('{ not json')],
])('whatever else comes is read without complaint: %j', (strange) => {
  expect(() => readErrorBody(strange)).not.toThrow();
});

test('addresses, tokens and hashes do not survive in what Microsoft says', () => {
  const token = `eyJ${'a'.repeat(120)}.${'b'.repeat(40)}.c`;
  const hash = 'T0FDAQ'.padEnd(4_000, 'Ab0+/');
  const said = readErrorBody(body(`User 'ada.lovelace@contoso.com' with ${token} sent ${hash}`)).message;
  expect(said).toBe("User '…' with … sent …");
});

test('no address gets through, encoded or not', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9._-]{0,20}$/);
  fc.assert(
    fc.property(name, name, fc.constantFrom('@', '%40'), fc.string(), (user, domain, at, around) => {
      const address = `${user}${at}${domain}.example`;
      expect(redactSecrets(`${around} ${address} ${around}`)).not.toContain(address);
    }),
  );
});
