import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPracticeGraph, type PracticeGraph } from '../../rigs/practiceGraph.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runReseal } from '../support/runReseal.ts';

const folder = temporaryFolder();
let graph: PracticeGraph;
beforeAll(async () => {
  graph = await startPracticeGraph({ speed: 1 });
});
afterAll(async () => {
  await graph.close();
  folder.remove();
});

const run = (...words: readonly string[]) =>
  runReseal([...words, '--tenant', 'practice', '--data-dir', folder.path], {
    environment: { RESEAL_PRACTICE_URL: graph.tenant.url, RESEAL_PRACTICE_TOKEN: graph.tenant.token },
  });

it('a synchronisation that Intune finds too early is not waited for: the command says why, and keeps it queued', async () => {
  await graph.post('/beta/deviceManagement/windowsAutopilotSettings/sync');
  graph.tenant.advance(120);
  const { status, stdout } = await run('sync');
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: 'Intune synchronises at most once in 10 minutes; it is asked as soon as it may be.\n',
  });
  const { stdout: waiting } = await run('status', '--json');
  expect(JSON.parse(waiting)).toMatchObject({ jobs: { waiting: 1, failed: 0 } });
});

it('refresh reads the whole tenant, and says how many devices it read', async () => {
  const { status, stdout } = await run('refresh', '--json');
  expect({ status, answer: JSON.parse(stdout) as unknown }).toEqual({
    status: 0,
    answer: { read: 0, changed: 0, failed: 0, isWhole: true },
  });
});
