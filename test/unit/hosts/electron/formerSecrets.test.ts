import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFormerSecrets } from '../../../../src/main/hosts/electron/formerSecrets.ts';
import { keptLog, temporaryFolder } from '../../../rigs/testPorts.ts';

type Decryptor = Parameters<typeof createFormerSecrets>[0];

/** As the fake Electron encrypts: the text turned round. */
const keyring: Decryptor = {
  decryptStringAsync: (sealed) =>
    Promise.resolve({ result: Buffer.from(sealed).reverse().toString(), shouldReEncrypt: false }),
};

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  const secrets = join(folder.path, 'secrets');
  mkdirSync(secrets);
  file = join(secrets, `${createHash('sha256').update('tokens/contoso').digest('hex')}.bin`);
  writeFileSync(file, Buffer.from('refresh-token').reverse());
});
afterEach(() => folder.remove());

const open = (decryptor: Decryptor = keyring) =>
  createFormerSecrets(decryptor, join(folder.path, 'secrets'), keptLog().log);

it('gives a sign-in of an older window out once, and removes its file', async () => {
  const former = open();
  expect(await former.take('tokens/contoso')).toBe('refresh-token');
  expect(existsSync(file)).toBe(false);
  expect(await former.take('tokens/contoso')).toBeNull();
});

it('removes what cannot be decrypted any more, and gives nothing', async () => {
  const otherKey = open({ decryptStringAsync: () => Promise.reject(new Error('wrong key')) });
  expect(await otherKey.take('tokens/contoso')).toBeNull();
  expect(existsSync(file)).toBe(false);
});

it('knows nothing of other tenants', async () => {
  expect(await open().take('tokens/fabrikam')).toBeNull();
  expect(existsSync(file)).toBe(true);
});
