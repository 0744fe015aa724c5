import { expect, test } from 'vitest';
import { redactSecrets } from '../../../src/main/graph/redactSecrets.ts';

test.each([
  ['an address', 'User ada@contoso.com is not known', 'User … is not known'],
  ['an encoded address', "'/users/ada%40contoso.com'", "'/users/…'"],
  ['the beginning of a hash', 'Bad value T0G3AwEAHAAAAAoAKQEBAEYE.', 'Bad value ….'],
  ['a token', 'with eyJ0eXAiOiJKV1Qi.eyJzdWIiOiIxMjM0In0.c2ln', 'with …'],
  ['a run of base64', `got ${'aB3/'.repeat(12)}==`, 'got …'],
])('takes %s out of a text', (_, text, expected) => {
  expect(redactSecrets(text)).toBe(expected);
});

test('leaves ids and words alone', () => {
  const text = 'Request 0190b3c0-5a4e-7c3d-9a51-2f6e2d1c0b9a failed: ZtdDeviceAlreadyAssigned (806).';
  expect(redactSecrets(text)).toBe(text);
});
