import { generateKeyPairSync, randomUUID, X509Certificate } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { startPracticeTenant, type PracticeTenant } from '../../../src/main/practice-tenant/startPracticeTenant.ts';
import { ask } from '../../rigs/askBackend.ts';
import { selfSignedCertificate } from '../../rigs/selfSignedCertificate.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
let practice: PracticeTenant;
let backend: Backend;

beforeEach(async () => {
  folder = temporaryFolder();
  practice = await startPracticeTenant({ stateFile: ':memory:' });
  backend = createBackend(testPorts(folder.path));
});
afterEach(async () => {
  await backend.close();
  await practice.close();
  folder.remove();
});

const thumbprint = 'a1'.repeat(32);

/** A PEM file, and where it lies. */
function pemFile(text: string, mode = 0o600): string {
  const file = join(folder.path, `${randomUUID()}.pem`);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

function newKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
}

function add(certificate: { readonly privateKeyFile: string; readonly thumbprintSha256?: string }) {
  return backend.dispatch('tenants.add', {
    name: 'Lab',
    directoryId: practice.tenantId,
    clientId: randomUUID(),
    addresses: { graphRoot: practice.url, authority: practice.url },
    certificate,
  });
}

async function addedWith(key: string): Promise<string> {
  await add({ privateKeyFile: pemFile(key), thumbprintSha256: thumbprint });
  return (await ask(backend, 'tenants.list', {})).tenants[0]?.id ?? '';
}

const refusal = (words: string) => ({
  ok: false,
  error: { code: 'invalid-input', message: expect.stringContaining(words) as unknown },
});

test('an unattended lab signs in with its certificate', async () => {
  const id = await addedWith(newKey());
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([
    { signIn: { state: 'signedIn', account: 'Certificate …a1a1', by: 'certificate' } },
  ]);
  expect((await ask(backend, 'directory.searchUsers', { tenantId: id, search: 'grace' })).users).toHaveLength(1);
});

test('the thumbprint is taken from the certificate that lies beside the key', async () => {
  const key = newKey();
  const certificate = selfSignedCertificate(key, '20260101', '20990101');
  expect(await add({ privateKeyFile: pemFile(key + certificate) })).toMatchObject({ ok: true });
  const { fingerprint256 } = new X509Certificate(certificate);
  const account = `Certificate …${fingerprint256.replaceAll(':', '').slice(-4).toLowerCase()}`;
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([{ signIn: { account } }]);
});

test('what is wrong with a certificate is said before the tenant is added', async () => {
  const key = newKey();
  const privateKeyFile = pemFile(key + selfSignedCertificate(key, '20260101', '20990101'));
  expect(await add({ privateKeyFile: join(folder.path, 'none.pem') })).toMatchObject(refusal('cannot be read'));
  if (process.platform !== 'win32') {
    expect(await add({ privateKeyFile: pemFile(key, 0o640) })).toMatchObject(refusal('run chmod 600'));
  }
  expect(await add({ privateKeyFile: pemFile('not a key') })).toMatchObject(refusal('no private key in PEM form'));
  expect(await add({ privateKeyFile: pemFile(key) })).toMatchObject(refusal('enter its thumbprint'));
  expect(await add({ privateKeyFile, thumbprintSha256: thumbprint })).toMatchObject(refusal('The thumbprint is not'));
  expect(await add({ privateKeyFile, thumbprintSha256: 'a1' })).toMatchObject(refusal('64 hexadecimal digits'));
  const expired = pemFile(key + selfSignedCertificate(key, '20200101', '20210101'));
  expect(await add({ privateKeyFile: expired })).toMatchObject(refusal('expired on 2021-01-01'));
  const foreign = pemFile(newKey() + selfSignedCertificate(key, '20260101', '20990101'));
  expect(await add({ privateKeyFile: foreign })).toMatchObject(refusal('does not belong'));
  expect((await ask(backend, 'tenants.list', {})).tenants).toEqual([]);
});

test('a key file that has gone is named as what is wrong, and nobody is asked to sign in', async () => {
  const id = await addedWith(newKey());
  folder.remove();
  expect(await backend.dispatch('directory.checkPermissions', { id })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('private key cannot be read') as unknown },
  });
});
