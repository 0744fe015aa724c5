import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  DEVICES,
  IMPORTED,
  importBody,
  rowsOf,
  startPracticeGraph,
  type PracticeGraph,
} from '../../rigs/practiceGraph.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

const folder = temporaryFolder();
let graph: PracticeGraph;

beforeAll(async () => {
  graph = await startPracticeGraph({ speed: 600, now: Date.now });
  const devices = ['OUT1', 'OUT2', 'OUT3', 'OUT4'].map((serialNumber) => ({ serialNumber }));
  await graph.post(`${IMPORTED}/import`, importBody(devices));
  graph.tenant.advance(3_600);
}, 60_000);
afterAll(async () => {
  await graph.close();
  folder.remove();
});
beforeEach(async () => expect(await inQueue()).not.toContain('OUT1'));

const run = (...words: readonly string[]) =>
  runInProcess([...words, '--tenant', 'practice', '--data-dir', folder.path], {
    environment: { RESEAL_PRACTICE_URL: graph.tenant.url, RESEAL_PRACTICE_TOKEN: graph.tenant.token },
  });
const registered = async () => rowsOf(await graph.get(DEVICES)).map(({ serialNumber }) => serialNumber);
const inQueue = async () => (await run('list', '--json')).stdout;

test('a device that the queue lacks is planned as any other, and a dry run leaves the queue as it was', async () => {
  const { status, stdout, stderr } = await run('deregister', 'out1', '--dry-run');
  expect(stdout).toContain('Removal of OUT1 from Practice tenant');
  expect(stdout).toMatch(/autopilot +[0-9a-f-]{36}/);
  expect(stderr).toContain('Not in the queue, and taken in from Practice tenant to be deregistered: OUT1.');
  expect(status).toBe(0);
});

test('without a person who confirms, nothing is removed and the queue is as it was', async () => {
  expect(await run('deregister', 'OUT1')).toMatchObject({ status: 2 });
  expect(await run('deregister', 'OUT1', 'OUT2', '--reason', 'sold')).toMatchObject({ status: 2 });
  expect(await registered()).toContain('OUT1');
});

test('a number that neither the queue nor the tenant has is refused before anything is taken in', async () => {
  const { status, stderr } = await run('deregister', 'OUT1', 'NOBODY', '--reason', 'sold', '--yes');
  expect(stderr).toContain('No device “NOBODY” is in the queue of Practice tenant or registered there.');
  expect(status).toBe(2);
});

test('one that only the tenant has is deregistered, and its history says where it came from', async () => {
  const { status, stdout } = await run('deregister', 'OUT4', '--reason', 'end-of-life', '--yes');
  expect(stdout).toContain('OUT4: removed.');
  expect(status).toBe(0);
  expect(await registered()).not.toContain('OUT4');
  expect((await run('show', 'OUT4')).stdout).toContain('taken in from the tenant to be deregistered');
});

test('some of the queue and some that only the tenant has go in one act', async () => {
  await run('adopt', 'OUT2');
  const { status, stdout } = await run('deregister', 'OUT2', 'OUT3', '--reason', 'end-of-life', '--yes', '--json');
  expect({ status, document: JSON.parse(stdout) as unknown }).toMatchObject({
    status: 0,
    document: { counts: { asked: 2, removed: 2, left: 0, heldBack: 0 } },
  });
  expect(await registered()).toEqual(['OUT1']);
});
