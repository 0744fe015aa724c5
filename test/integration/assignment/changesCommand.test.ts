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

/** Two devices of the queue, of which an administrator has edited the tag of one and the name of the other. */
beforeAll(async () => {
  graph = await startPracticeGraph({ speed: 600, now: Date.now });
  const devices = ['CHG1', 'CHG2'].map((serialNumber) => ({ serialNumber, groupTag: 'SALES-1' }));
  await graph.post(`${IMPORTED}/import`, importBody(devices));
  graph.tenant.advance(3_600);
  await run('adopt', '--all');
  const rows = rowsOf(await graph.get(DEVICES));
  const idOf = (serial: string) => String(rows.find(({ serialNumber }) => serialNumber === serial)?.['id']);
  await graph.post(`/practice/devices/${idOf('CHG1')}/portal-edit`, { groupTag: 'SALES-2' });
  await graph.post(`/practice/devices/${idOf('CHG2')}/portal-edit`, { displayName: 'PORTAL-1' });
  await run('refresh');
}, 60_000);
afterAll(async () => {
  await graph.close();
  folder.remove();
});

const run = (...words: readonly string[]) =>
  runInProcess([...words, '--tenant', 'practice', '--data-dir', folder.path], {
    environment: { RESEAL_PRACTICE_URL: graph.tenant.url, RESEAL_PRACTICE_TOKEN: graph.tenant.token },
  });

it('changes shows what differs, with both values, and that somebody has to look', async () => {
  const { status, stdout } = await run('changes', '--json');
  expect({ status, document: JSON.parse(stdout) as unknown }).toMatchObject({
    status: 1,
    document: {
      total: 2,
      devices: [
        {
          serialNumber: 'CHG1',
          differences: [{ field: 'groupTag', state: 'differs', wish: 'SALES-1', microsoft: 'SALES-2' }],
        },
        { serialNumber: 'CHG2', differences: [{ field: 'deviceName', wish: null, microsoft: 'PORTAL-1' }] },
      ],
    },
  });
  expect((await run('changes', 'list', 'CHG1')).stdout).toMatch(/Microsoft: SALES-2, ours: SALES-1, changed elsewhere/);
  expect(JSON.parse((await run('list', '--differs', '--json')).stdout)).toMatchObject({ total: 2 });
});

it('show has the three values of each property, and the plain field says what is true', async () => {
  expect(JSON.parse((await run('show', 'CHG1', '--json')).stdout)).toMatchObject({
    groupTag: 'SALES-2',
    properties: { groupTag: { wish: 'SALES-1', microsoft: 'SALES-2', state: 'differs' } },
  });
});

it('which devices are meant has to be said, and a look ahead changes nothing', async () => {
  expect((await run('changes', 'take')).status).toBe(2);
  expect((await run('changes', 'send', '--all', '--field', 'purchaseOrder')).status).toBe(2);
  const { stdout } = await run('changes', 'take', '--all', '--dry-run', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ devices: 2, counts: [{ field: 'groupTag' }, { field: 'deviceName' }] });
  expect((await run('changes', 'send', 'CHG2', '--dry-run')).stdout).toContain('1 of them would be empty');
});

it('theirs is taken, and ours is sent', async () => {
  const taken = await run('changes', 'take', 'CHG1', '--json');
  expect(taken.status).toBe(0);
  expect(JSON.parse(taken.stdout)).toMatchObject({
    devices: [{ serialNumber: 'CHG1', properties: { groupTag: { state: 'same', wish: 'SALES-2' } } }],
  });
  const sent = await run('changes', 'send', '--all', '--json');
  expect(JSON.parse(sent.stdout)).toMatchObject({
    devices: [{ serialNumber: 'CHG2', deviceName: null, properties: { deviceName: { state: 'same' } } }],
    refused: [],
  });
  expect(sent.status).toBe(0);
  expect(JSON.parse((await run('changes', '--json')).stdout)).toEqual({ total: 0, devices: [] });
}, 60_000);
