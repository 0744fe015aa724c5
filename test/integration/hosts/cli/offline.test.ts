import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectRoot } from '../../../../scripts/support/projectRoot.mjs';
import { temporaryFolder } from '../../../rigs/testPorts.ts';
import { hurryingClock } from '../../../fakes/hurryingClock.ts';
import { runInProcess } from '../../support/runInProcess.ts';
import { runReseal } from '../../support/runReseal.ts';

const folder = temporaryFolder();
const common = ['--tenant', 'practice', '--data-dir', folder.path];
/** Nothing listens there: as good as a cable that was pulled. */
const environment = { RESEAL_PRACTICE_URL: 'http://127.0.0.1:59999' };
afterAll(folder.remove);

it('without a network, commands that only queue work, and a command that waits ends with 3 and keeps what was asked', async () => {
  const report = join(projectRoot, 'resources', 'samples', 'OA3.xml');
  expect(await runReseal(['import', report, ...common], { environment })).toMatchObject({ status: 0 });
  expect(await runReseal(['register', '--all', ...common], { environment })).toMatchObject({ status: 0 });

  // It waits a quarter of a minute before it says so, once it knows.
  const { clock, hurry } = hurryingClock();
  const hear = (text: string) => text.includes('network') && hurry(10);
  const { status, stdout, stderr } = await runInProcess(['sync', ...common], { environment, clock, hear });
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toContain('Microsoft cannot be reached');

  const { stdout: waiting } = await runReseal(['status', '--json', ...common], { environment });
  expect(JSON.parse(waiting)).toMatchObject({ jobs: { failed: 0, done: 0 } });
});
