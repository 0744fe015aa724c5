import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../../../scripts/support/projectRoot.mjs';
import { faultKinds } from '../../../../src/main/practice-tenant/faults.ts';
import { temporaryFolder } from '../../../rigs/testPorts.ts';
import { runInProcess } from '../../support/runInProcess.ts';
import { runReseal } from '../../support/runReseal.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** Starts a program of `out/main` that runs until it is stopped, and returns its first line. */
async function start(program: string, words: readonly string[]) {
  const child = spawn(process.execPath, [join(projectRoot, 'out', 'main', program), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (piece) => {
    told += String(piece);
  });
  const exited = once(child, 'exit').then(([code]) => z.number().nullable().parse(code));
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), 'line'));
  const stop = () => {
    child.kill();
    return exited;
  };
  return { line, stop, told: () => told };
}

/** Windows ends a process without telling it. */
const stoppedStatus = process.platform === 'win32' ? null : 0;

it('serve prints the address first, serves the page, and ends in good order when it is stopped', async () => {
  const { line, stop } = await start('cli.js', ['serve', '--json', '--data-dir', join(folder.path, 'serve')]);
  const { url } = z.object({ url: z.url() }).parse(JSON.parse(line));
  const page = await fetch(new URL('/', url));
  expect(await page.text()).toContain('<div id="root">');
  expect(await stop()).toBe(stoppedStatus);
});

it('a second serve says that there is one already, and leaves the port that its open pages know', async () => {
  const dataFolder = join(folder.path, 'two');
  const words = ['serve', '--json', '--data-dir', dataFolder];
  const portOf = (line: string) => new URL(z.object({ url: z.url() }).parse(JSON.parse(line)).url).port;
  const first = await start('cli.js', words);
  const second = await start('cli.js', words);
  expect(portOf(second.line)).not.toBe(portOf(first.line));
  expect(second.told()).toContain(`serves this data folder at http://127.0.0.1:${portOf(first.line)} already`);
  expect(await second.stop()).toBe(stoppedStatus);
  await first.stop();
  const again = await start('cli.js', words);
  expect(portOf(again.line)).toBe(portOf(first.line));
  expect(again.told()).toBe('');
  await again.stop();
});

it('the entry for npm start does the same', async () => {
  const { line, stop } = await start('serve.js', ['--data-dir', join(folder.path, 'serve')]);
  expect((await fetch(new URL('/', line))).status).toBe(200);
  expect(await stop()).toBe(stoppedStatus);
});

it.skipIf(process.platform === 'win32').each([
  ['cli.js', ['serve', '--json']],
  ['serve.js', []],
])('%s leaves nothing that another account could read, whatever the umask', async (program, words) => {
  const dataFolder = join(folder.path, `open-${program}`);
  const before = process.umask(0);
  const started = start(program, [...words, '--data-dir', dataFolder]);
  process.umask(before);
  const { stop } = await started;
  const made = await readdir(dataFolder, { recursive: true });
  const modes = await Promise.all(['', ...made].map(async (name) => (await stat(join(dataFolder, name))).mode & 0o077));
  expect(made).toEqual(expect.arrayContaining(['reseal.db', 'door.json']));
  expect(modes.filter((forOthers) => forOthers !== 0)).toEqual([]);
  expect(await stop()).toBe(stoppedStatus);
});

it('practice runs alone, and other commands work in it by its address', async () => {
  const { line, stop } = await start('cli.js', ['practice', '--json', '--data-dir', join(folder.path, 'practice')]);
  const { url, token } = z.object({ url: z.url(), token: z.string().min(20) }).parse(JSON.parse(line));
  const environment = { RESEAL_PRACTICE_URL: url, RESEAL_PRACTICE_TOKEN: token };
  const words = ['sync', '--tenant', 'practice', '--json', '--data-dir', join(folder.path, 'client')];
  expect(await runReseal(words, { environment })).toMatchObject({ status: 0 });
  const stats = await fetch(new URL('/practice/stats', url), { headers: { authorization: `Bearer ${token}` } });
  expect(JSON.stringify(await stats.json())).toContain('windowsAutopilotSettings');
  expect(await stop()).toBe(stoppedStatus);
});

it('commands on the data folder of a running practice tenant work in that one, and can change how it misbehaves', async () => {
  const dataFolder = join(folder.path, 'shared');
  const here = ['--tenant', 'practice', '--json', '--data-dir', dataFolder];
  const { line, stop } = await start('cli.js', ['practice', '--json', '--data-dir', dataFolder]);
  const { url, token } = z.object({ url: z.url(), token: z.string() }).parse(JSON.parse(line));
  expect(await runReseal(['sync', ...here])).toMatchObject({ status: 0 });
  const stats = await fetch(new URL('/practice/stats', url), { headers: { authorization: `Bearer ${token}` } });
  expect(JSON.stringify(await stats.json())).toContain('windowsAutopilotSettings');

  const file = join(folder.path, 'throttled.json');
  await writeFile(file, '{"faults":[{"effect":{"kind":"throttle","retryAfterSeconds":9}}]}');
  const throttled = { faults: [{ effect: { kind: 'throttle', retryAfterSeconds: 9 }, path: '*' }] };
  const changed = await runReseal(['practice', 'faults', file, '--data-dir', dataFolder]);
  expect(JSON.parse(changed.stdout)).toMatchObject(throttled);
  const read = await runReseal(['practice', 'faults', '--data-dir', dataFolder]);
  expect(JSON.parse(read.stdout)).toMatchObject(throttled);

  const second = await runReseal(['practice', '--data-dir', dataFolder]);
  expect(second).toMatchObject({ status: 3, stdout: '' });
  expect(second.stderr).toContain('one runs on this data folder already');
  expect(await stop()).toBe(stoppedStatus);
  const tooLate = await runReseal(['practice', 'faults', '--data-dir', dataFolder]);
  expect(tooLate).toMatchObject({ status: 3, stdout: '' });
  expect(tooLate.stderr).toContain('No practice tenant runs on this data folder.');
});

it('practice --help names the variables that lead programs elsewhere to it, and every way to misbehave', async () => {
  const { stdout } = await runInProcess(['practice', '--help']);
  expect(stdout).toContain('RESEAL_PRACTICE_URL');
  expect(stdout).toContain('RESEAL_PRACTICE_TOKEN');
  const faults = (await runInProcess(['practice', 'faults', '--help'])).stdout;
  const documented = await readFile(join(projectRoot, 'docs', 'practice-tenant.md'), 'utf8');
  for (const kind of faultKinds) {
    expect(stdout).toContain(kind);
    expect(faults).toContain(kind);
    expect(documented).toContain(`| \`${kind}\``);
  }
});

it('practice says what is wrong with a file of faults', async () => {
  const faults = join(folder.path, 'faults.json');
  await writeFile(faults, '{"faults":[{"effect":{"kind":"explode"}}]}');
  const words = ['practice', '--faults', faults, '--data-dir', join(folder.path, 'faulty')];
  const { status, stdout, stderr } = await runReseal(words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('does not describe faults. “faults[0].effect.kind” is not one that Reseal knows.');
  expect(stderr).toContain('Choose one of: throttle, ');
});
