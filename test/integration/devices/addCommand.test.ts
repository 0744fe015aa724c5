import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPracticeGraph, type PracticeGraph } from '../../rigs/practiceGraph.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

const folder = temporaryFolder();
let graph: PracticeGraph;
beforeAll(async () => {
  graph = await startPracticeGraph();
});
afterAll(async () => {
  await graph.close();
  folder.remove();
});

const run = (...words: readonly string[]) =>
  runInProcess([...words, '--tenant', 'practice', '--data-dir', folder.path], {
    environment: { RESEAL_PRACTICE_URL: graph.tenant.url, RESEAL_PRACTICE_TOKEN: graph.tenant.token },
  });
const add = (serial: string, ...more: readonly string[]) =>
  run('add', serial, '--manufacturer', 'HP', '--model', 'HP ProBook 445 G10', ...more);

test('add takes a device in as its label names it, and names the one that is there already', async () => {
  const { status, stdout } = await add('5CG9XK2LMN');
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: '5CG9XK2LMN is in the queue. Next: Send by the Partner Center file.\n',
  });
  const again = await add('5cg9xk2lmn', '--json');
  expect(again.status).toBe(1);
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'inQueue', device: { serialNumber: '5CG9XK2LMN' } });
});

test('add refuses what an import refuses, and says how doubts are accepted', async () => {
  expect(await add('Default string')).toMatchObject({ status: 1 });
  expect((await add('1.23E+11')).stdout).toContain('add --accept-doubts');
  expect((await run('add', 'A1X')).status).toBe(2);
});

test('confirm answers what the gate asks of the TPM, and show tells who did', async () => {
  expect((await run('confirm', '5CG9XK2LMN', 'tpm', '--of', 'model')).stdout).toBe('Confirmed for 1 device.\n');
  expect((await run('show', '5CG9XK2LMN')).stdout).toContain('TPM 2.0 confirmed');
  expect((await run('confirm', '5CG9XK2LMN', 'tpm', '--take-back')).stdout).toBe('Taken back for 1 device.\n');
});
