import type * as fs from 'node:fs/promises';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeInto } from '../../../../src/main/hosts/cli/output/writeDocument.ts';
import { temporaryFolder } from '../../../rigs/testPorts.ts';

const disk = vi.hoisted(() => ({ code: '', failing: '' }));
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof fs>();
  const faulty =
    (name: 'mkdir' | 'writeFile' | 'rename') =>
    async (...given: never[]) => {
      if (disk.failing !== name) return (real[name] as (...all: never[]) => unknown)(...given);
      // A full disk keeps what it took before.
      if (name === 'writeFile') await real.writeFile(String(given[0]), 'half');
      throw Object.assign(new Error(`${disk.code}: by the test`), { code: disk.code, syscall: name });
    };
  return { ...real, mkdir: faulty('mkdir'), writeFile: faulty('writeFile'), rename: faulty('rename') };
});

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  disk.failing = '';
  folder.remove();
});

const faults = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE'].flatMap((code) =>
  ['mkdir', 'writeFile', 'rename'].map((failing) => ({ code, failing })),
);
const words: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EIO: 'the disk gave an error',
  EROFS: 'cannot be written to',
  EMFILE: 'too many files are open',
};

test.each(faults)(
  '$code at $failing: an exported file stays what it was, and a sentence says why',
  async ({ code, failing }) => {
    const file = join(folder.path, 'intune.csv');
    writeFileSync(file, 'of yesterday');
    Object.assign(disk, { code, failing });
    const document = {
      fileName: 'intune.csv',
      mediaType: 'text/csv',
      base64: Buffer.from('of today').toString('base64'),
    };

    await expect(writeInto(folder.path, document)).rejects.toThrow(words[code]);
    expect(readFileSync(file, 'utf8')).toBe('of yesterday');
    expect(readdirSync(folder.path)).toEqual(['intune.csv']);
    disk.failing = '';
    await writeInto(folder.path, document);
    expect(readFileSync(file, 'utf8')).toBe('of today');
  },
);
