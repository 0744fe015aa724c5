import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../../../scripts/support/projectRoot.mjs';
import { temporaryFolder } from '../../../rigs/testPorts.ts';
import { runInProcess } from '../../support/runInProcess.ts';

const folder = temporaryFolder();
const inFolder = ['--data-dir', folder.path];
const SERIAL = '5CGTJJZV73';

beforeAll(async () => {
  const samples = join(projectRoot, 'resources', 'samples', 'AutopilotHWID.csv');
  await runInProcess(['import', samples, '--tenant', 'practice', ...inFolder]);
});
afterAll(folder.remove);

it.each([
  [
    'a reason that says nothing',
    ['bench', SERIAL, 'start', '--override', 'x'],
    'The reason for starting has 1 character; at least 3 are needed. Make it longer.',
  ],
  ['a serial number that is empty', ['show', ''], 'The serial number is empty. Enter it.'],
  [
    'an application ID that is none',
    ['tenant', 'add', 'Lab', '--directory', 'contoso.com', '--application', 'lab'],
    'The application (client) ID must be written as in Entra, such as 0f8fad5b-d9cb-469f-a165-70867728950e. Correct it.',
  ],
  [
    'an address elsewhere',
    [
      ...[
        'tenant',
        'add',
        'Lab',
        '--directory',
        'contoso.com',
        '--application',
        '0f8fad5b-d9cb-469f-a165-70867728950e',
      ],
      ...['--graph', 'https://example.com', '--authority', 'http://127.0.0.1:1'],
    ],
    'The address of Graph must be an address of this computer, such as http://127.0.0.1:8080. Correct it.',
  ],
])('%s is refused with the field and with what to do', async (_what, words, sentence) => {
  expect(await runInProcess([...words, ...inFolder])).toMatchObject({ stdout: '', stderr: `${sentence}\n` });
});

it.each([
  ['a group tag', ['tag', SERIAL, 'K'.repeat(600)], 'The group tag has 600 characters; at most 128 are allowed.'],
  ['a device name', ['rename', SERIAL, 'K'.repeat(600)], 'The device name has 600 characters; at most 15 are allowed.'],
  [
    'a user',
    ['assign', SERIAL, `${'k'.repeat(2_000)}@contoso.com`],
    'The assigned user is longer than a user principal name can be.',
  ],
  [
    'a user of two characters',
    ['assign', SERIAL, 'ab'],
    'The assigned user is not a user principal name such as name@contoso.com.',
  ],
])('%s that cannot be one is refused by its own rule', async (_what, words, sentence) => {
  expect(await runInProcess([...words, ...inFolder])).toMatchObject({ stdout: '', stderr: `${sentence}\n` });
});

it('says where tenants are added', async () => {
  const empty = temporaryFolder();
  const elsewhere = ['--data-dir', empty.path];
  const where =
    'Use --tenant practice, or add a customer with “reseal lane add NAME”, or in the window under Customers.\n';
  expect((await runInProcess(['register', '--all', ...elsewhere])).stderr).toBe(`There is no customer yet. ${where}`);
  expect((await runInProcess(['list', '--tenant', 'Contoso', ...elsewhere])).stderr).toBe(
    `There is no tenant “Contoso”. ${where}`,
  );
  empty.remove();
});

it('says how to learn what a command takes', async () => {
  expect((await runInProcess(['list', '--colour'])).stderr).toBe(
    "error: unknown option '--colour'\nPut --help behind the command to see how it is written.\n",
  );
});

it('a state of a consent that there is not is refused with those that there are', async () => {
  const { stderr } = await runInProcess(['consent', 'set', 'foo', ...inFolder]);
  expect(stderr).toContain('Allowed choices are notNeeded, wanted, linkSent, accepted, verified, revoked.');
  expect(stderr).not.toContain('{');
});
