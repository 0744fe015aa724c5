import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedHash, startPracticeGraph, type PracticeGraph } from '../../rigs/practiceGraph.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

const folder = temporaryFolder();
const csv = join(folder.path, 'devices.csv');
let graph: PracticeGraph;
beforeAll(async () => {
  graph = await startPracticeGraph();
  const rows = [
    ['CLI1', 'KIOSK'],
    ['CLI2', ''],
  ].map(([serial = '', tag = '']) => `${serial},,${inventedHash(serial)},${tag}\r\n`);
  writeFileSync(csv, `Device Serial Number,Windows Product ID,Hardware Hash,Group Tag\r\n${rows.join('')}`);
});
afterAll(async () => {
  await graph.close();
  folder.remove();
});

const run = (...words: readonly string[]) =>
  runInProcess([...words, '--tenant', 'practice', '--data-dir', folder.path], {
    environment: { RESEAL_PRACTICE_URL: graph.tenant.url, RESEAL_PRACTICE_TOKEN: graph.tenant.token },
  });
async function document(...words: readonly string[]): Promise<unknown> {
  const { status, stdout, stderr } = await run(...words, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as unknown;
}
const scenarioOf = (serial: string) => document('scenario', serial);

test('a batch, a rule and the tenant’s default are said and told on the command line', async () => {
  await document('import', csv, '--scenario', 'userDriven', '--join', 'hybrid');
  const batch = { scenario: { name: 'userDriven', joinType: 'hybrid', source: 'batch' } };
  expect(await scenarioOf('CLI1')).toMatchObject(batch);

  expect((await run('scenario', 'rules')).stdout).toContain('Practice tenant has no rule.');
  const rule = ['rules', 'set', 'KIOSK', '--scenario', 'selfDeploying', '--join', 'hybrid', '--profile', 'Kiosks'];
  expect(await document('scenario', ...rule)).toEqual({
    groupTag: 'KIOSK',
    profile: 'Kiosks',
    scenario: 'selfDeploying',
    joinType: 'hybrid',
    devices: 1,
    warnings: [
      {
        code: 'entraOnly',
        scenario: 'selfDeploying',
        sentence: 'Self-deploying has no hybrid join: choose Microsoft Entra join.',
      },
    ],
  });
  expect(await scenarioOf('CLI1')).toMatchObject({
    scenario: { name: 'selfDeploying', source: 'rule', ruleTag: 'KIOSK' },
    expectation: { name: 'Kiosks', source: 'rule' },
  });
  expect(await scenarioOf('CLI2')).toMatchObject(batch);
  expect((await run('scenario', 'CLI1')).stdout).toContain('by the rule for group tag KIOSK');
  expect((await run('show', 'CLI1')).stdout).toContain('Kiosks (by the rule for group tag KIOSK)');

  expect(await document('scenario', 'default', 'existingDevice', '--join', 'entra')).toEqual({
    scenario: 'existingDevice',
    joinType: 'entra',
  });
  expect(await document('scenario', 'rules', 'list')).toMatchObject({
    rules: [{ groupTag: 'KIOSK' }],
    default: { scenario: 'existingDevice', joinType: 'entra' },
  });
  expect((await run('scenario', 'default', 'none')).stdout).toBe('The default of Practice tenant: none.\n');

  expect(await document('scenario', 'rules', 'remove', 'KIOSK')).toEqual({ groupTag: 'KIOSK', devices: 1 });
  expect(await scenarioOf('CLI1')).toMatchObject(batch);
});

test('what cannot be is refused in words', async () => {
  expect(await run('scenario', 'rules', 'set', 'KIOSK')).toMatchObject({
    stdout: '',
    stderr: expect.stringContaining('The rule says nothing yet.') as string,
  });
  expect(await run('scenario', 'rules', 'remove', 'kiosk')).toMatchObject({
    stderr: expect.stringContaining('has no rule') as string,
  });
  expect(await run('scenario', 'default', 'kiosk')).toMatchObject({ status: 2, stdout: '' });
  expect(await run('import', csv, '--scenario', 'kiosk')).toMatchObject({ status: 2, stdout: '' });
});
