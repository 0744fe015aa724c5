import { chmodSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepFolderPrivate } from '../../../src/main/hosts/privateFolder.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const at = (...names: readonly string[]) => join(folder.path, 'queue', ...names);
const modeOf = (place: string) => lstatSync(place).mode & 0o777;

/** A data folder as an older Reseal left it under the usual umask. */
function openFolder(): void {
  for (const name of ['', 'backups', 'logs', 'window']) mkdirSync(at(name), { recursive: true });
  for (const file of [
    'reseal.db',
    'reseal.db-wal',
    'practice-tenant.db',
    'backups/a.db',
    'logs/a.log',
    'window/cache',
  ]) {
    writeFileSync(at(file), '');
    chmodSync(at(file), 0o644);
  }
  for (const name of ['', 'backups', 'logs', 'window']) chmodSync(at(name), 0o755);
}

describe.skipIf(process.platform === 'win32')('a data folder on a system with modes', () => {
  test('is made for this account alone', () => {
    expect(keepFolderPrivate(at())).toEqual({ access: 'thisAccount', narrowed: 0 });
    expect(modeOf(at())).toBe(0o700);
  });

  test('that others could read is closed to them, with all that is in it, and is left alone from then on', () => {
    openFolder();
    expect(keepFolderPrivate(at())).toEqual({ access: 'thisAccount', narrowed: 9 });
    for (const name of ['', 'backups', 'logs', 'window']) expect(modeOf(at(name))).toBe(0o700);
    for (const file of ['reseal.db', 'reseal.db-wal', 'practice-tenant.db', 'backups/a.db', 'logs/a.log']) {
      expect(modeOf(at(file))).toBe(0o600);
    }
    expect(keepFolderPrivate(at())).toEqual({ access: 'thisAccount', narrowed: 0 });
  });

  test('that holds other things too keeps its own mode: only what is Reseal’s in it is closed', () => {
    openFolder();
    writeFileSync(at('letter.txt'), '');
    chmodSync(at('letter.txt'), 0o644);
    keepFolderPrivate(at());
    expect(modeOf(at())).toBe(0o755);
    expect(modeOf(at('letter.txt'))).toBe(0o644);
    expect(modeOf(at('reseal.db'))).toBe(0o600);
  });

  test('narrows nothing by way of a link', () => {
    openFolder();
    writeFileSync(join(folder.path, 'elsewhere'), '');
    chmodSync(join(folder.path, 'elsewhere'), 0o644);
    symlinkSync(join(folder.path, 'elsewhere'), at('backups', 'link'));
    keepFolderPrivate(at());
    expect(modeOf(join(folder.path, 'elsewhere'))).toBe(0o644);
  });

  test('of another account is said to be one, and is not touched', () => {
    openFolder();
    const system = { platform: process.platform, home: '/home/tech', account: (process.getuid?.() ?? 0) + 1 };
    expect(keepFolderPrivate(at(), system)).toEqual({ access: 'othersToo', narrowed: 0 });
    expect(readdirSync(at()).map((name) => modeOf(at(name)))).not.toContain(0o600);
  });
});

test.each([
  ['within the profile', (home: string) => join(home, 'AppData', 'Local', 'reseal'), 'thisAccount'],
  ['outside of it', (home: string) => join(home, '..', 'Lab'), 'notKnown'],
] as const)('on Windows, a folder %s is %s', (_where, place, access) => {
  const home = join(folder.path, 'tech');
  expect(keepFolderPrivate(place(home), { platform: 'win32', home, account: undefined }).access).toBe(access);
});
