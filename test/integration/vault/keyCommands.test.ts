import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fileStateOf } from '../../../src/main/store/sqliteRekey.ts';
import { readPdf } from '../../rigs/readPdf.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const reseal = (words: readonly string[], input = '') => runInProcess([...words, '--data-dir', folder.path], { input });

const shown = z.object({ keyId: z.string(), recoveryKey: z.string() });
async function revealed(): Promise<z.infer<typeof shown>> {
  const { stdout } = await reseal(['key', 'show', '--reveal', '--json']);
  return shown.parse(JSON.parse(stdout));
}

const state = () => fileStateOf(join(folder.path, 'reseal.db'));

describe('key', () => {
  it('show says where the key is, and the recovery key only where it is asked for', async () => {
    const { recoveryKey } = await revealed();
    expect(recoveryKey).toMatch(/^(\w{4}-){6}\w{4}$/);
    const { stdout, status } = await reseal(['key', 'show']);
    expect(stdout).toContain('its key lies beside it');
    expect(stdout).not.toContain(recoveryKey);
    expect(status).toBe(1);
  });

  it('print makes a paper with the key and its number; confirm says that it is put away', async () => {
    const { keyId, recoveryKey } = await revealed();
    const out = join(folder.path, 'key.pdf');
    const printed = await reseal(['key', 'print', '--out', out]);
    expect(printed.stderr).toBe('');
    const { pages, characters } = readPdf(readFileSync(out));
    expect(pages).toBe(1);
    expect(Array.from(`${keyId}${recoveryKey}`).filter((character) => !characters.includes(character))).toEqual([]);
    expect((await reseal(['key', 'confirm'])).stdout).toContain('was printed and put away');
    expect((await reseal(['key', 'show'])).status).toBe(0);
  });

  it('enter takes the recovery key from a pipe, and says what is wrong with another', async () => {
    const { recoveryKey, keyId } = await revealed();
    expect((await reseal(['key', 'enter'], `${recoveryKey}\n`)).stdout).toContain(keyId);
    const mistyped = await reseal(['key', 'enter'], recoveryKey.slice(0, -1));
    expect(mistyped.status).toBe(2);
    expect(mistyped.stderr).toBe('A recovery key has 28 letters and digits; this one has 27.\n');
  });

  it('rotate gives another key, which wants another paper', async () => {
    const before = await revealed();
    await reseal(['key', 'confirm']);
    const rotated = await reseal(['key', 'rotate']);
    expect(rotated.stdout).toContain(`Backups made before still open with the key ${before.keyId}`);
    const after = await revealed();
    expect(after.recoveryKey).not.toBe(before.recoveryKey);
    expect((await reseal(['key', 'show'])).status).toBe(1);
  });
});

const rows = z.object({ entries: z.array(z.object({ action: z.string(), sentence: z.string() })) });
/** What the audit log says of the key, newest first. */
async function keyActs(): Promise<readonly { readonly action: string; readonly sentence: string }[]> {
  const { stdout } = await reseal(['audit', 'list', '--json']);
  return rows.parse(JSON.parse(stdout)).entries.filter(({ action }) => action.startsWith('vault.'));
}

describe('the audit log', () => {
  it('tells that a key was entered and changed, by its number and never the key', async () => {
    const before = await revealed();
    await reseal(['key', 'enter'], before.recoveryKey);
    await reseal(['key', 'rotate']);
    const after = await revealed();
    const acts = await keyActs();
    expect(acts.map(({ action }) => action).filter((action) => action !== 'vault.recoveryKey')).toEqual([
      'vault.rotate',
      'vault.enter',
    ]);
    expect(acts[1]?.sentence).toBe(`The queue was given the key ${after.keyId} in the place of ${before.keyId}.`);
    for (const { recoveryKey } of [before, after]) expect(JSON.stringify(acts)).not.toContain(recoveryKey);
  });

  it('tells that the encryption was taken off and put on again', async () => {
    await reseal(['list']);
    await reseal(['queue', 'decrypt']);
    await reseal(['queue', 'encrypt']);
    expect((await keyActs()).map(({ action }) => action)).toEqual(['vault.encrypt', 'vault.decrypt']);
  });
});

describe('queue', () => {
  it('decrypt and encrypt are the way there and back', async () => {
    await reseal(['list']);
    expect(state()).toBe('encrypted');
    expect((await reseal(['queue', 'decrypt'])).stdout).toContain('not encrypted');
    expect(state()).toBe('plain');
    expect((await reseal(['list'])).status).toBe(0);
    expect(state()).toBe('plain');
    await reseal(['queue', 'encrypt']);
    expect(state()).toBe('encrypted');
    expect((await reseal(['list'])).status).toBe(0);
  });

  it('begun with --no-encryption stays plain, and has no recovery key', async () => {
    await reseal(['list', '--no-encryption']);
    await reseal(['list']);
    expect(state()).toBe('plain');
    const { stderr, status } = await reseal(['key', 'show', '--reveal']);
    expect(stderr).toContain('not encrypted, so it has no recovery key');
    expect(status).toBe(2);
  });
});
