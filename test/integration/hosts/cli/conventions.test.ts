import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../../rigs/testPorts.ts';
import { runInProcess } from '../../support/runInProcess.ts';
import { runReseal } from '../../support/runReseal.ts';

const folder = temporaryFolder();
const dataDir = ['--data-dir', join(folder.path, 'data')];
const csv = join(folder.path, 'devices.csv');
const withoutHash = 'Device Serial Number,Windows Product ID,Hardware Hash\r\nA1,,\r\n';

beforeAll(() => writeFile(csv, withoutHash));
afterAll(folder.remove);

const COMMANDS = [
  [
    'inspect',
    'hash',
    'scan',
    'import',
    'list',
    'show',
    'add',
    'adopt',
    'register',
    'sync',
    'refresh',
    'status',
    'assign',
    'unassign',
    'tag',
    'changes',
    'profiles',
  ],
  [
    'rename',
    'scenario',
    'deregister',
    'bench',
    'confirm',
    'checklist',
    'export',
    'serve',
    'tenant',
    'practice',
    'demo',
  ],
].flat();

// What is only said is asked in this process, what is done in one of its own.
it.each([[['practice', '--help']], [['inspect', csv, '--json']]])(
  'a reader that has seen enough of %j closes the pipe, and that is no error',
  async (words) => {
    expect((await runReseal([...words, ...dataDir], { readsNothing: true })).stderr).toBe('');
  },
);

describe('help', () => {
  it.each(COMMANDS)('explains %s, on standard output', async (command) => {
    const { status, stdout, stderr } = await runInProcess([command, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`Usage: reseal ${command}`);
    expect(stdout).toContain('--data-dir');
  });

  it('tells the version', async () => {
    expect(await runReseal(['--version'])).toMatchObject({ status: 0, stdout: '0.1.0\n' });
  });
});

describe('a wrong command line ends with 2 and a sentence', () => {
  it.each([
    ['without a command', []],
    ['an unknown command', ['enroll']],
    ['an unknown option', ['list', '--colour']],
    ['a missing argument', ['inspect']],
    ['one argument too many', ['show', 'A', 'B']],
    ['a number that is none', ['list', '--limit', 'many', ...dataDir]],
    ['an unknown choice', ['bench', 'A1', 'sing', ...dataDir]],
    ['an unknown tenant', ['list', '--tenant', 'Contoso', ...dataDir]],
    ['an unknown serial number', ['show', 'A1', ...dataDir]],
    ['no tenant where one is needed', ['import', csv, ...dataDir]],
    ['nothing to register', ['register', ...dataDir]],
  ])('%s', async (_what, words) => {
    const { status, stdout, stderr } = await runInProcess(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toBe('');
    expect(stderr).not.toContain('    at ');
  });
});

describe('a folder stands for the files in it', () => {
  it('reads them in the order of their names and counts what it passes over', async () => {
    const delivery = join(folder.path, 'delivery');
    await mkdir(join(delivery, 'pallet 1'), { recursive: true });
    for (const name of ['pallet 1/b.csv', 'a.csv', 'setup.log']) await writeFile(join(delivery, name), withoutHash);
    const { stdout, stderr } = await runReseal(['inspect', delivery, '--json', ...dataDir]);
    const { files } = z.object({ files: z.array(z.object({ path: z.string() })) }).parse(JSON.parse(stdout));
    expect(files.map(({ path }) => path)).toEqual([join(delivery, 'a.csv'), join(delivery, 'pallet 1/b.csv')]);
    expect(stderr).toContain('1 files were passed over');
  });
});

describe('what cannot run ends with 3 and a sentence', () => {
  it('a file that is not there', async () => {
    const { status, stdout, stderr } = await runReseal(['inspect', 'no-such.csv', '--json', ...dataDir]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toBe('no-such.csv cannot be read: there is no such file. Check the path.\n');
  });

  it('a folder without any file that can hold a hash', async () => {
    const empty = join(folder.path, 'empty');
    await mkdir(empty);
    const { status, stderr } = await runReseal(['inspect', empty, ...dataDir]);
    expect(status).toBe(3);
    expect(stderr).toContain('holds no file that can hold a hash');
  });

  it('a queue of a newer Reseal, which is left as it is', async () => {
    const future = join(folder.path, 'future');
    await mkdir(future);
    const database = new BetterSqlite3(join(future, 'reseal.db'));
    database.pragma('user_version = 999');
    database.close();
    const { status, stderr } = await runReseal(['list', '--data-dir', future]);
    expect(status).toBe(3);
    expect(stderr).toContain('newer Reseal');
    expect(await readdir(future)).toContain('reseal.db');
  });

  it('with the stack only where --verbose asks for it', async () => {
    const { stderr } = await runReseal(['inspect', 'no-such.csv', '--verbose', ...dataDir]);
    expect(stderr).toContain('    at ');
  });
});

describe('--json', () => {
  const inspected = z.object({
    files: z.array(z.object({ path: z.string(), rows: z.array(z.object({ status: z.string() })) })),
    counts: z.object({ rejected: z.number() }),
  });

  it('prints one document and nothing else, wherever it stands on the line', async () => {
    for (const words of [
      ['--json', 'inspect', csv],
      ['inspect', csv, '--json'],
      ['inspect', '--json', '--', csv],
    ]) {
      const { status, stdout, stderr } = await runReseal([...dataDir, ...words]);
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
      expect(inspected.parse(JSON.parse(stdout))).toMatchObject({ files: [{ path: csv }], counts: { rejected: 1 } });
    }
  });

  it('names files as they were given, in the order given, and standard input as -', async () => {
    const { stdout } = await runReseal(['inspect', '-', csv, '--json', ...dataDir], { input: withoutHash });
    expect(inspected.parse(JSON.parse(stdout)).files.map(({ path }) => path)).toEqual(['-', csv]);
  });

  it('prints its document for a readable file of the wrong kind, and ends with 1', async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    const { status, stdout } = await runReseal(['inspect', '-', '--json', ...dataDir], { input: picture });
    expect(status).toBe(1);
    expect(inspected.parse(JSON.parse(stdout)).files).toHaveLength(1);
  });
});

describe('inspect, hash and scan', () => {
  it('leave the queue as it was', async () => {
    await runReseal(['inspect', csv, ...dataDir]);
    const { stdout } = await runReseal(['list', '--json', ...dataDir]);
    expect(JSON.parse(stdout)).toEqual({ total: 0, devices: [] });
  });

  it('say what they were asked: an invalid hash ends with 1', async () => {
    const { status, stdout } = await runReseal(['hash', '-', '--json', ...dataDir], { input: 'T0FBAA' });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ state: 'invalid', fields: { macAddresses: [] } });
  });

  it('scan reads an argument, or standard input without its last line break', async () => {
    const fromArgument = await runReseal(['scan', '5CG1234567', '--json', ...dataDir]);
    const fromInput = await runReseal(['scan', '-', '--json', ...dataDir], { input: '5CG1234567\r\n' });
    expect(JSON.parse(fromArgument.stdout)).toMatchObject({ kind: 'serial', serialNumber: '5CG1234567' });
    expect(fromInput.stdout).toBe(fromArgument.stdout);
  });

  it('shows control characters of a file as dots, so that no file rewrites the screen', async () => {
    const hostile = 'Device Serial Number,Windows Product ID,Hardware Hash\r\nA1\u001b[2J\u202e,,\r\n';
    const { stdout } = await runReseal(['inspect', '-', ...dataDir], { input: hostile });
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('the data folder', () => {
  it('is the one that RESEAL_DATA_DIR names, unless --data-dir names another', async () => {
    const [named, chosen] = [join(folder.path, 'named'), join(folder.path, 'chosen')];
    const environment = { RESEAL_DATA_DIR: named };
    await runReseal(['list'], { environment });
    await runReseal(['list', '--data-dir', chosen], { environment });
    expect(await readdir(named)).toContain('reseal.db');
    expect(await readdir(chosen)).toContain('reseal.db');
  });
});
