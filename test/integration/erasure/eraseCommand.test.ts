import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPracticeGraph, type PracticeGraph } from '../../rigs/practiceGraph.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

const folder = temporaryFolder();
let graph: PracticeGraph;

beforeAll(async () => {
  graph = await startPracticeGraph({ speed: 600, now: Date.now });
  await run('add', 'ERASE0001', '--manufacturer', 'Fabrikam', '--model', 'Fabrikam Slate 13');
  await run('assign', 'ERASE0001', 'ada@contoso.com');
}, 60_000);
afterAll(async () => {
  await graph.close();
  folder.remove();
});

const run = (...words: readonly string[]) =>
  runInProcess([...words, '--tenant', 'practice', '--data-dir', folder.path], {
    environment: { RESEAL_PRACTICE_URL: graph.tenant.url, RESEAL_PRACTICE_TOKEN: graph.tenant.token },
  });

it('a person is shown, asked about, erased and vouched for, and the audit log stays whole', async () => {
  const shown = await run('erase', 'person', 'ada@contoso.com', '--dry-run');
  expect(shown.stdout).toContain('devices of this user: 1');
  expect(await run('erase', 'person', 'ada@contoso.com')).toMatchObject({ status: 1, stdout: '' });

  const receipt = join(folder.path, 'receipt.pdf');
  const erased = await run('erase', 'person', 'ada@contoso.com', '--yes', '--receipt', receipt, '--json');
  expect(erased.status).toBe(0);
  const { auditHead } = JSON.parse(erased.stdout) as { auditHead: string };
  expect(existsSync(receipt)).toBe(true);
  expect((await run('audit', 'list')).stdout).not.toContain('ada@');
  expect(await run('audit', 'verify', '--head', auditHead)).toMatchObject({ status: 0 });
  expect(await run('audit', 'verify', '--head', `9${auditHead}`)).toMatchObject({ status: 1 });
});

it('a device is erased with a reason, and the log leaves as a file', async () => {
  const erased = await run('erase', 'device', 'ERASE0001', '--reason', 'sold', '--yes');
  expect({ status: erased.status, text: erased.stdout }).toEqual({
    status: 0,
    text: expect.stringContaining('a device') as string,
  });
  const out = join(folder.path, 'out');
  expect(await run('audit', 'export', '--csv', '--out', out)).toMatchObject({ status: 0 });
  expect(readdirSync(out)).toHaveLength(1);
  expect((await run('retention')).stdout).toContain('Nothing is set to be removed by its age.');
});
