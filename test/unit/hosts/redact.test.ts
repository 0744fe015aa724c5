import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFileLog } from '../../../src/main/hosts/fileLog.ts';
import { writeRecoveryKey } from '../../../src/shared/vault/recoveryKey.ts';
import { redact } from '../../../src/main/hosts/redact.ts';

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** As long as a hardware hash, and as varied. */
const hash = fc.string({ unit: fc.constantFrom(...Array.from(base64)), minLength: 400, maxLength: 4_000 });
const name = fc.stringMatching(/^[a-z][a-z0-9._-]{2,20}$/);
const person = fc
  .tuple(name, fc.constantFrom('contoso.com', 'fabrikam.onmicrosoft.com'))
  .map((parts) => parts.join('@'));
const jsonWebToken = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9_-]{20,40}$/), fc.stringMatching(/^[A-Za-z0-9_-]{20,80}$/))
  .map(([claims, signature]) => `eyJ0eXAiOiJKV1Qi.${claims}.${signature}`);
const recoveryKey = fc
  .tuple(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.constantFrom('-', ' ', '', '.'))
  .map(([bytes, separator]) => writeRecoveryKey(bytes).replaceAll('-', separator));
const secret = fc.oneof(hash, person, jsonWebToken, recoveryKey);
const around = fc.constantFrom('', ' ', '"', 'Device ', ',5CG1234567,', "'", '\n', '(', ': ');

/** A secret at some place of some facts, beside facts that are none. */
const facts = fc
  .tuple(secret, around, around, fc.constantFrom('text', 'list', 'nested', 'key', 'error', 'cause'))
  .map(([value, before, after, place]) => {
    const phrase = `${before}${value}${after}`;
    const placed: Record<typeof place, object> = {
      text: { message: phrase },
      list: { rows: [1, phrase] },
      nested: { device: { deep: { deeper: phrase } } },
      key: { [phrase]: 1 },
      error: { error: new Error(phrase) },
      cause: { error: new Error('outer', { cause: new Error(phrase) }) },
    };
    return { value, facts: { deviceId: 'd-1', ...placed[place] } };
  });

it('no hardware hash, no token, no recovery key and no person’s address gets into a log line, wherever it stands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reseal-log-'));
  const log = createFileLog(folder, 'test', () => new Date('2026-11-22T10:00:00Z'));
  const secrets: string[] = [];
  fc.assert(
    fc.property(facts, (example) => {
      secrets.push(example.value);
      log.info('something.happened', example.facts);
    }),
  );
  const written = readdirSync(join(folder, 'logs')).map((file) => readFileSync(join(folder, 'logs', file), 'utf8'));
  const text = written.join();
  expect(text).toContain('something.happened');
  expect(secrets.filter((value) => text.includes(value))).toEqual([]);
  rmSync(folder, { recursive: true });
});

it.each([
  ['assignedUser', 'Ada Lovelace'],
  ['userPrincipalName', 'ada'],
  ['hardwareHash', 'T0FB'],
  ['accessToken', 'abc'],
  ['clientSecret', 'abc'],
  ['Authorization', 'Basic abc'],
  ['account', { username: 'ada' }],
])('what is called %s is left out, whatever it looks like', (key, value) => {
  expect(redact({ [key]: value })).toEqual({ [key]: '[redacted]' });
});

it('says how long a hash was and which, without saying it', () => {
  const text = redact('T0F9'.repeat(1_000));
  expect(text).toMatch(/^\[4000 characters, digest [0-9a-f]{8}\]$/);
  expect(redact({ hardwareHash: 'T0F9'.repeat(1_000) })).toEqual({ hardwareHash: text });
});

it('knows a hash by a piece of it', () => {
  for (const piece of ['T0G3AwEAHAAAAAoAKQEBAEYE', `x ${'aB3/'.repeat(12)}`]) {
    expect(redact({ message: piece })).not.toMatchObject({
      message: expect.stringContaining(piece.slice(-20)) as string,
    });
  }
});

it('shortens the directory of a customer to its end', () => {
  expect(redact({ directoryId: '6d8d8a5e-1111-2222-3333-444455556666' })).toEqual({ directoryId: '…6666' });
});

it('leaves facts alone: ids, counts, codes, paths and dates', () => {
  const plain = {
    deviceId: '0190b3c0-5a4e-7c3d-9a51-2f6e2d1c0b9a',
    code: 808,
    attempts: 3,
    isOnline: true,
    nothing: null,
    tookMs: 12.5,
    stack: 'at run (/work/main/src/main/services/registration/registrationService.ts:12:3)',
    at: '2026-11-22T10:00:00.000Z',
  };
  expect(redact(plain)).toEqual(plain);
});
