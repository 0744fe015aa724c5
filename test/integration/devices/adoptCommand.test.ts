import { afterAll, beforeAll, expect, test } from 'vitest';
import { IMPORTED, importBody, startPracticeGraph, type PracticeGraph } from '../../rigs/practiceGraph.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

const folder = temporaryFolder();
let graph: PracticeGraph;
beforeAll(async () => {
  graph = await startPracticeGraph();
  const devices = ['BOX1', 'BOX2', 'BOX3'].map((serialNumber, index) => ({
    serialNumber,
    groupTag: index === 0 ? 'Kiosk' : 'Sales',
  }));
  await graph.post(`${IMPORTED}/import`, importBody(devices));
  graph.tenant.advance(900);
});
afterAll(async () => {
  await graph.close();
  folder.remove();
});

const run = (...words: readonly string[]) =>
  runInProcess(['adopt', ...words, '--tenant', 'practice', '--data-dir', folder.path], {
    environment: { RESEAL_PRACTICE_URL: graph.tenant.url, RESEAL_PRACTICE_TOKEN: graph.tenant.token },
  });
const document = async (...words: readonly string[]) => {
  const { status, stdout } = await run(...words, '--json');
  return { status, value: JSON.parse(stdout) as unknown };
};

test('adopt shows what the tenant has and the queue has not, and takes nothing in without a choice', async () => {
  for (let time = 0; time < 2; time += 1) {
    const { status, stdout } = await run();
    expect(status).toBe(0);
    expect(stdout).toContain('BOX1');
    expect(stdout).toContain('3 devices of Practice tenant not in the queue.');
  }
});

test('adopt takes in what is named, then what has a group tag, then all', async () => {
  expect(await document('box1')).toMatchObject({ status: 0, value: { adopted: 1, refused: [], isRead: true } });
  const again = await run('BOX1');
  expect(again).toMatchObject({ status: 2, stdout: '' });
  expect(again.stderr).toContain('has no registered device “BOX1” that is not in the queue');
  expect(await document('--group-tag', 'kiosk')).toMatchObject({ value: { adopted: 0 } });
  expect(await document('--manufacturer', 'fabrikam')).toMatchObject({ status: 0, value: { adopted: 2 } });
  expect(await document('--all')).toMatchObject({ status: 0, value: { adopted: 0, deviceIds: [] } });
  expect((await run()).stdout).toBe('Every registered device of Practice tenant is in the queue.\n');
});

test('names and a choice at once are not understood', async () => {
  expect(await run('BOX1', '--all')).toMatchObject({ status: 2 });
});
