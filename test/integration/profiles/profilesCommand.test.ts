import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess } from '../support/runInProcess.ts';

let folder: string;
const reseal = (...words: string[]) =>
  runInProcess(['profiles', ...words, '--data-dir', join(folder, 'queue'), '--tenant', 'practice']);
const parsed = (text: string): unknown => JSON.parse(text);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reseal-profiles-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what was never read is said to be so', async () => {
  expect((await reseal('--kept')).stdout).toContain('never read');
  expect(parsed((await reseal('--kept', '--json')).stdout)).toEqual({ readAt: null, isWhole: false, profiles: [] });
});

test('profiles stand in the order in which they win, with what is to be looked at', async () => {
  const { status, stdout } = await reseal();
  expect(stdout).toMatch(/Pre-provision · Entra join[\s\S]+Kiosk self-deploying[\s\S]+Hybrid pre-provision/);
  expect(stdout).toContain('User specified');
  expect(status).toBe(1);
});

test('one profile is shown with every setting, also without asking Microsoft again', async () => {
  const { stdout } = await reseal('Kiosk self-deploying', '--kept');
  expect(stdout).toMatch(/Mode +self-deploying/);
  expect(stdout).toMatch(/Language \(region\) +operating system default/);
  expect(parsed((await reseal('Kiosk self-deploying', '--json', '--kept')).stdout)).toMatchObject({
    isWhole: true,
    profiles: [
      {
        name: 'Kiosk self-deploying',
        usage: 'shared',
        convertsAll: true,
        reach: 'group',
        have: 0,
        others: { roleScopeTagIds: ['0'] },
        findings: [{ code: 'profiles.convertsAll', isNote: true }],
      },
    ],
  });
});

test('a profile that is not there is refused, with the names of those that are', async () => {
  const { status, stderr } = await reseal('Kiosk');
  expect(status).toBe(2);
  expect(stderr).toContain('“Kiosk self-deploying”');
});
