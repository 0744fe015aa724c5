import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runReseal } from '../support/runReseal.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const run = (...words: readonly string[]) =>
  runReseal([...words, '--tenant', 'practice', '--speed', '600', '--data-dir', folder.path]);
const answerTo = async (...words: readonly string[]) => {
  const { status, stdout } = await run(...words, '--json');
  return { status, answer: JSON.parse(stdout) as unknown };
};

it('what is queued is seen, paused, taken back, sent and tried again without a window', async () => {
  const file = join(folder.path, 'devices.csv');
  const rows = ['FINE1', 'FINE2', 'ZTD802A'].map((serial) => `${serial},,${inventedHash(serial)}`);
  writeFileSync(file, ['Device Serial Number,Windows Product ID,Hardware Hash', ...rows].join('\n'));
  expect(await run('import', file)).toMatchObject({ status: 0 });
  expect(await run('register', '--all')).toMatchObject({ status: 0 });
  expect(await answerTo('jobs', 'list')).toMatchObject({
    status: 0,
    answer: { total: 3, jobs: [{ state: 'waiting' }, { state: 'waiting' }, { state: 'waiting' }] },
  });

  expect(await answerTo('jobs', 'pause')).toEqual({ status: 0, answer: { paused: true } });
  expect(await run('jobs', 'send')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: 'Sending is paused. Let it go on with “reseal jobs resume”.\n',
  });
  expect(await answerTo('jobs', 'cancel', 'FINE2')).toEqual({ status: 0, answer: { changed: 1 } });
  await run('jobs', 'resume');

  expect(await answerTo('jobs', 'send', '--timeout', '3')).toMatchObject({
    status: 1,
    answer: { jobs: { waiting: 0, leased: 0, retrying: 0, failed: 1, cancelled: 1 } },
  });
  const { status, stdout } = await run('jobs', 'list');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^state +change +why\nfailed +Register ZTD802A +.*Capture the hash again.*\n1 change\n$/);
  expect(await answerTo('list', '--search', 'FINE1')).toMatchObject({
    answer: { devices: [{ registration: 'registered' }] },
  });

  expect(await answerTo('jobs', 'retry', '--all')).toEqual({ status: 0, answer: { changed: 1 } });
  expect(await answerTo('jobs', 'list', '--state', 'waiting', 'retrying')).toMatchObject({ answer: { total: 1 } });
});

it('nothing is retried or taken back by accident: the devices are named, or all of them are asked for', async () => {
  for (const act of ['retry', 'cancel']) {
    expect(await run('jobs', act)).toMatchObject({ status: 2, stderr: 'Name serial numbers, or use --all.\n' });
    expect(await run('jobs', act, 'FINE1', '--all')).toMatchObject({ status: 2 });
  }
});
