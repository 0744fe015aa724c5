import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Two registered devices, of which one has a group tag already. */
beforeAll(async () => {
  graph = await startPracticeGraph({ speed: 600, now: Date.now });
  await graph.post(
    `${IMPORTED}/import`,
    importBody([{ serialNumber: 'LST1', groupTag: 'Warehouse' }, { serialNumber: 'LST2' }]),
  );
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

function listFile(text: string): string {
  const file = join(folder.path, 'list.csv');
  writeFileSync(file, text);
  return file;
}

const tags = async (): Promise<Readonly<Record<string, unknown>>> =>
  Object.fromEntries(
    rowsOf(await graph.get(DEVICES)).map(({ serialNumber, groupTag }) => [String(serialNumber), groupTag]),
  );

it('apply --dry-run shows the difference and changes nothing', async () => {
  const file = listFile('Serial,Group tag\nLST1,Sales\nLST2,Sales\nLST9,Sales\n');
  const { status, stdout } = await run('apply', file, '--dry-run', '--json');
  expect({ status, document: JSON.parse(stdout) as unknown }).toMatchObject({
    status: 1,
    document: { fields: ['groupTag'], counts: { spared: 1, add: 1, notInQueue: 1 }, applied: null },
  });
  expect((await run('apply', file, '--dry-run')).stdout).toMatch(/Warehouse stays, not Sales +another group tag/);
  expect(await tags()).toMatchObject({ LST1: 'Warehouse' });
}, 30_000);

it('apply spares what came from others, and --overwrite does not; Microsoft shows both', async () => {
  const file = listFile('Serial,Group tag\nLST1,Sales\nLST2,Sales\n');
  expect(await run('apply', file)).toMatchObject({ status: 1 });
  expect(await tags()).toMatchObject({ LST1: 'Warehouse', LST2: 'Sales' });
  const { status, stdout } = await run('apply', file, '--overwrite', '--json');
  expect({ status, document: JSON.parse(stdout) as unknown }).toMatchObject({
    status: 0,
    document: { applied: { changed: 1, spared: 0, same: 1 } },
  });
  expect(await tags()).toEqual({ LST1: 'Sales', LST2: 'Sales' });
}, 60_000);

it('a list that is none is refused in words', async () => {
  const { status, stderr } = await run('apply', listFile('hello there\n'));
  expect(status).toBe(3);
  expect(stderr).toContain('No column of this list holds serial numbers.');
});
