import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPracticeGraph, type PracticeGraph } from '../../rigs/practiceGraph.ts';
import { runInProcess } from '../support/runInProcess.ts';

const POLICY = 'Device preparation · user-driven';
let folder: string;
let graph: PracticeGraph;
const reseal = (...words: string[]) =>
  runInProcess(['preparation', ...words, '--data-dir', join(folder, 'queue'), '--tenant', 'practice'], {
    environment: { RESEAL_PRACTICE_URL: graph.tenant.url, RESEAL_PRACTICE_TOKEN: graph.tenant.token },
  });
const parsed = (text: string): unknown => JSON.parse(text);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reseal-preparation-'));
  graph = await startPracticeGraph({ speed: 600, now: () => performance.timeOrigin + performance.now() });
});
afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what was never read is said to be so', async () => {
  expect((await reseal('--kept')).stdout).toContain('never read');
  expect((await reseal('report', '--kept')).stdout).toContain('never read');
});

test('a policy that is right is nothing to look at, and is shown with every setting', async () => {
  const { status, stdout } = await reseal();
  expect(stdout).toMatch(/user-driven +1 +Device preparation · devices +nothing found/);
  expect(status).toBe(0);
  const details = (await reseal(POLICY, '--kept')).stdout;
  expect(details).toMatch(/Minutes allowed +60/);
  expect(details).toMatch(/Apps +Company Portal, Depot agent, Microsoft 365 Apps/);
});

test('a missing owner of the group is named with what to do, and asks for a look', async () => {
  await graph.post('/practice/preparation-policy', { hasGroupOwner: false });
  const { status, stdout } = await reseal('--json');
  expect(status).toBe(1);
  expect(parsed(stdout)).toMatchObject({
    isWhole: true,
    policies: [
      {
        name: POLICY,
        deviceGroup: { name: 'Device preparation · devices', hasOwner: false },
        findings: [
          {
            code: 'preparation.ownerMissing',
            group: 'Device preparation · devices',
            sentence: expect.stringContaining('f1346770-5b25-470b-88bd-d5744ab7952c') as unknown,
          },
        ],
      },
    ],
  });
});

test('a policy that is not there is refused, with the names of those that are', async () => {
  const { status, stderr } = await reseal('Other');
  expect(status).toBe(2);
  expect(stderr).toContain(`“${POLICY}”`);
});

test('the report lists what became of devices, with the code of a failure as Windows shows it', async () => {
  const device = { serialNumber: 'LATE1', manufacturer: 'Fabrikam', model: 'Slate 13' };
  await graph.post('/beta/deviceManagement/importedDeviceIdentities/importDeviceIdentityList', {
    importedDeviceIdentities: [
      { importedDeviceIdentifier: 'Fabrikam,Slate 13,LATE1', importedDeviceIdentityType: 'manufacturerModelSerial' },
    ],
  });
  await graph.post('/practice/device-preparation', { ...device, result: 'failure', errorCode: '0x800705b4' });
  const { status, stdout } = await reseal('report');
  expect(stdout).toMatch(/LATE1 .+ failed +3 +0x800705b4/);
  expect(status).toBe(0);
  expect(parsed((await reseal('report', '--kept', '--status', '3', '--json')).stdout)).toMatchObject({
    matching: 1,
    states: [{ state: '3', count: 1 }],
    devices: [{ serialNumber: 'LATE1', status: '3', resultCode: '-2147023436' }],
  });
});
