import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretBox } from '../../../../src/main/hosts/electron/safeStorageSecretBox.ts';
import { keptLog, temporaryFolder } from '../../../rigs/testPorts.ts';

type Encryptor = Parameters<typeof createSecretBox>[0];

/** Reverses the text: enough to see that what is on disk is not what was written. */
const keyring: Encryptor = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: (text) => Promise.resolve(Buffer.from(text).reverse()),
  decryptStringAsync: (sealed) =>
    Promise.resolve({ result: Buffer.from(sealed).reverse().toString(), shouldReEncrypt: false }),
};

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const open = (encryptor: Encryptor = keyring, platform: NodeJS.Platform = 'linux') =>
  createSecretBox(encryptor, join(folder.path, 'secrets'), keptLog().log, platform);

describe('secrets with a keyring', () => {
  it('are there at the next start, and gone when they are removed', async () => {
    const box = await open();
    expect(box.kind).toBe('secretStore');
    await box.write('tokens/contoso', 'refresh-token');
    expect(await (await open()).read('tokens/contoso')).toBe('refresh-token');
    await box.remove('tokens/contoso');
    expect(await box.read('tokens/contoso')).toBeNull();
  });

  it('are on disk only encrypted, under names that say nothing', async () => {
    await (await open()).write('tokens/contoso', 'refresh-token');
    const names = readdirSync(join(folder.path, 'secrets'));
    expect(names.join()).toMatch(/^[0-9a-f]{64}\.bin$/);
    expect(readFileSync(join(folder.path, 'secrets', names[0] ?? ''), 'utf8')).not.toContain('refresh-token');
  });

  it('that cannot be decrypted any more are as good as none', async () => {
    await (await open()).write('tokens/contoso', 'refresh-token');
    const otherKey = await open({ ...keyring, decryptStringAsync: () => Promise.reject(new Error('wrong key')) });
    expect(await otherKey.read('tokens/contoso')).toBeNull();
  });
});

describe('secrets without a keyring', () => {
  it.each<[string, Partial<Encryptor>, NodeJS.Platform]>([
    ['no encryption at all', { isAsyncEncryptionAvailable: () => Promise.resolve(false) }, 'win32'],
    ['a key that every computer has', { getSelectedStorageBackend: () => 'basic_text' }, 'linux'],
  ])('stay in memory: %s', async (_what, change, platform) => {
    const box = await open({ ...keyring, ...change }, platform);
    expect(box.kind).toBe('memory');
    await box.write('tokens/contoso', 'refresh-token');
    expect(await box.read('tokens/contoso')).toBe('refresh-token');
    expect(readdirSync(folder.path)).toEqual([]);
  });
});
