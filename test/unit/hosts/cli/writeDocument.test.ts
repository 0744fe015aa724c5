import type * as fs from 'node:fs';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeInto, writeOut } from '../../../../src/main/hosts/cli/output/writeDocument.ts';
import { temporaryFolder } from '../../../rigs/testPorts.ts';

const disk = vi.hoisted(() => ({ code: '', failing: '' }));
vi.mock('node:fs', async (load) => {
  const real = await load<typeof fs>();
  const faulty =
    (name: 'mkdirSync' | 'writeFileSync' | 'renameSync') =>
    (...given: never[]) => {
      if (disk.failing !== name) return (real[name] as (...all: never[]) => unknown)(...given);
      // A full disk keeps what it took before.
      if (name === 'writeFileSync') real.writeFileSync(String(given[0]), 'half');
      throw Object.assign(new Error(`${disk.code}: by the test`), { code: disk.code, syscall: name });
    };
  return {
    ...real,
    mkdirSync: faulty('mkdirSync'),
    writeFileSync: faulty('writeFileSync'),
    renameSync: faulty('renameSync'),
  };
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
  ['mkdirSync', 'writeFileSync', 'renameSync'].map((failing) => ({ code, failing })),
);
const words: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EIO: 'the disk gave an error',
  EROFS: 'cannot be written to',
  EMFILE: 'too many files are open',
};

test.each(faults)(
  '$code at $failing: an exported file stays what it was, and a sentence says why',
  ({ code, failing }) => {
    const file = join(folder.path, 'intune.csv');
    writeFileSync(file, 'of yesterday');
    Object.assign(disk, { code, failing });
    const document = {
      fileName: 'intune.csv',
      mediaType: 'text/csv',
      base64: Buffer.from('of today').toString('base64'),
    };

    expect(() => writeInto(folder.path, document, 'secret')).toThrow(words[code]);
    expect(readFileSync(file, 'utf8')).toBe('of yesterday');
    expect(readdirSync(folder.path)).toEqual(['intune.csv']);
    disk.failing = '';
    writeInto(folder.path, document, 'secret');
    expect(readFileSync(file, 'utf8')).toBe('of today');
  },
);

test('a place for one document is a file by its ending, and otherwise a folder, unless there is one already', () => {
  const document = { fileName: 'audit-log.csv', mediaType: 'text/csv', base64: '' };
  const at = (name: string) => join(folder.path, name);
  const written = (name: string) => writeOut(at(name), document, 'secret');
  mkdirSync(at('of 2026.12'));
  writeFileSync(at('log'), 'of yesterday');
  expect(written('new.csv')).toBe(at('new.csv'));
  expect(written('new')).toBe(join(at('new'), 'audit-log.csv'));
  expect(written('of 2026.12')).toBe(join(at('of 2026.12'), 'audit-log.csv'));
  expect(written('log')).toBe(at('log'));
  expect(readFileSync(at('log'), 'utf8')).toBe('');
});
