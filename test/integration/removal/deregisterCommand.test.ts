import { afterAll, beforeAll, expect, it } from 'vitest';
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
  const devices = ['BYE1', 'BYE2', 'BYE3'].map((serialNumber) => ({ serialNumber }));
  await graph.post(`${IMPORTED}/import`, importBody(devices));
  graph.tenant.advance(3_600);
  await run('adopt', '--all');
}, 60_000);
afterAll(async () => {
  await graph.close();
  folder.remove();
});

const run = (...words: readonly string[]) =>
  runInProcess([...words, '--tenant', 'practice', '--data-dir', folder.path], {
    environment: { RESEAL_PRACTICE_URL: graph.tenant.url, RESEAL_PRACTICE_TOKEN: graph.tenant.token },
  });

const listed = async () => rowsOf(await graph.get(DEVICES)).map(({ serialNumber }) => serialNumber);

it('several serial numbers are planned side by side, and one alone as before', async () => {
  const many = await run('deregister', 'BYE1', 'BYE2', '--dry-run', '--json');
  expect({ status: many.status, document: JSON.parse(many.stdout) as unknown }).toMatchObject({
    status: 0,
    document: {
      plans: [{ serialNumber: 'BYE1' }, { serialNumber: 'BYE2' }],
      heldBack: [],
      counts: { asked: 2, planned: 2, heldBack: 0, doubtful: 0 },
    },
  });
  const one = JSON.parse((await run('deregister', 'BYE1', '--dry-run', '--json')).stdout) as object;
  expect(Object.keys(one).toSorted()).toEqual(
    ['codes', 'deviceId', 'doubts', 'records', 'serialNumber', 'target', 'tenant', 'warnings'].toSorted(),
  );
});

it('without a reason, or with one that is unknown, several are not touched', async () => {
  const without = await run('deregister', 'BYE1', 'BYE2', '--yes');
  expect(without).toMatchObject({ status: 2, stderr: expect.stringContaining('with --reason') as string });
  expect(await run('deregister', 'BYE1', 'BYE2', '--yes', '--reason', 'lost')).toMatchObject({ status: 2 });
  expect((await listed()).toSorted()).toEqual(['BYE1', 'BYE2', 'BYE3']);
});

it('several go at once, and the reason stands in the history of each', async () => {
  const words = ['BYE1', 'BYE2', '--reason', 'end-of-life', '--note', 'lot 7', '--yes', '--json'];
  const { status, stdout } = await run('deregister', ...words);
  expect({ status, document: JSON.parse(stdout) as unknown }).toMatchObject({
    status: 0,
    document: {
      devices: [
        { serialNumber: 'BYE1', registration: 'removed', message: null },
        { serialNumber: 'BYE2', registration: 'removed' },
      ],
      heldBack: [],
      refused: [],
      counts: { asked: 2, removed: 2, left: 0, heldBack: 0 },
    },
  });
  expect(await listed()).toEqual(['BYE3']);
  expect((await run('show', 'BYE2')).stdout).toContain('Reason: End of life (lot 7).');
});

it('what has no record any more is held back and told, and the rest goes', async () => {
  const { status, stdout } = await run('deregister', 'BYE1', 'BYE3', '--reason', 'sold', '--yes');
  expect(stdout).toMatch(/BYE3 +removed/);
  expect(stdout).toMatch(/BYE1 +held back +Neither Intune nor Windows Autopilot holds a record/);
  expect(stdout).toContain('1 removed, 1 held back');
  expect(status).toBe(1);
  expect(await listed()).toEqual([]);
});
