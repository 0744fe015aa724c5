import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runInProcess } from '../support/runInProcess.ts';

const NAME = 'AutopilotConfigurationFile.json';
const TENANT_ID = '4a6c1f9e-52b7-4d0a-9c38-71e2b05d8f64';
let folder: string;
const queue = () => join(folder, 'queue');
const reseal = (...words: string[]) => runInProcess(['profile-json', ...words, '--data-dir', queue()]);
const checked = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      level: z.enum(['stops', 'warns', 'note']).nullable(),
      values: z.record(z.string(), z.unknown()).nullable(),
      findings: z.array(
        z.object({
          code: z.string(),
          level: z.string(),
          line: z.number().nullable(),
          property: z.string().nullable(),
          problem: z.string(),
          fails: z.string(),
          remedy: z.string(),
          sources: z.array(z.object({ title: z.string(), address: z.string() })).min(1),
        }),
      ),
      comparedWith: z.object({ customer: z.string(), readAt: z.string().nullable() }).nullable(),
    }),
  ),
});
const byHand = ['make', '--directory', TENANT_ID, '--domain', 'fabrikam.example'];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reseal-profile-json-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file is made by hand and checked without a queue, and is the same when it is read back', async () => {
  const out = join(folder, 'by-hand');
  const made = await reseal(
    ...byHand,
    '--oobe',
    'SkipEula, skipoemregistration,SkipExpressSettings',
    '--out',
    out,
    '--json',
  );
  expect(made.status).toBe(0);
  const { file, values } = z.object({ file: z.string(), values: z.unknown() }).parse(JSON.parse(made.stdout));
  expect(file).toBe(join(out, NAME));
  const { status, stdout } = await reseal('check', file, '--json');
  expect(status).toBe(0);
  expect(checked.parse(JSON.parse(stdout)).files[0]).toMatchObject({ path: file, level: null, values, findings: [] });
  expect(values).toMatchObject({ tenantId: TENANT_ID, oobe: 28 });
  expect(readdirSync(folder)).not.toContain('queue');
});

test('of several files each is told, and the status asks for a look', async () => {
  const wide = join(folder, 'wide.json');
  writeFileSync(wide, Buffer.from('\ufeff{ "Version": 2049 }', 'utf16le'));
  const { status, stdout } = await reseal('check', join(folder, 'by-hand', NAME), wide, '--json');
  expect(status).toBe(1);
  const { files } = checked.parse(JSON.parse(stdout));
  expect(files.map(({ level }) => level)).toEqual([null, 'stops']);
  expect(files[1]?.findings.map(({ code }) => code)).toEqual([
    'profileJson.fileName',
    'profileJson.unicode',
    ...Array.from({ length: 7 }, () => 'profileJson.missing'),
  ]);
  const told = await reseal('check', wide);
  expect(told.stdout).toMatch(
    /stops: The file is called “wide.json”\.\n {2}What happens: .+\n {2}What to do: .+\n {2}Source: /,
  );
});

test('of a profile of the tenant it is made for that tenant, and is up to date when compared', async () => {
  const out = join(folder, 'of-profile');
  const made = await reseal('make', 'User-driven no pre-provisioning', '--tenant', 'practice', '--out', out);
  expect(made.status).toBe(0);
  expect(made.stdout).toMatch(/OOBE setting +1310 \(/);
  const file = join(out, NAME);
  expect(readFileSync(file, 'latin1')).toMatch(/^\{[\x00-\x7f]+\}\r\n$/);
  const { status, stdout } = await reseal('check', file, '--tenant', 'practice', '--json');
  expect(status).toBe(0);
  expect(checked.parse(JSON.parse(stdout)).files[0]).toMatchObject({
    level: 'note',
    comparedWith: { customer: 'Practice tenant' },
  });

  writeFileSync(file, readFileSync(file, 'latin1').replace('1310', '1308'));
  const changed = await reseal('check', file, '--tenant', 'practice', '--kept');
  expect(changed.status).toBe(1);
  expect(changed.stdout).toContain('was changed after the file was made: CloudAssignedOobeConfig');
});

test.each([
  ['a self-deploying profile', 1, 'It is self-deploying', ['make', 'Kiosk self-deploying', '--tenant', 'practice']],
  ['a profile that is not there', 2, '“Kiosk self-deploying”', ['make', 'Kiosk', '--tenant', 'practice']],
  [
    'kept profiles without a domain',
    2,
    '--domain',
    ['make', 'User-driven no pre-provisioning', '--kept', '--tenant', 'practice'],
  ],
  ['nothing given by hand', 2, '--directory', ['make']],
  ['no OOBE setting', 2, 'SkipEula', byHand],
  ['a setting that there is not', 2, 'SkipEula', [...byHand, '--oobe', 'SkipEverything']],
  ['a self-deploying setting', 1, 'self-deploying', [...byHand, '--oobe', '124']],
  ['a join that there is not', 2, 'entra or hybrid', [...byHand, '--oobe', '28', '--join', 'both']],
  ['another name for the file', 2, NAME, [...byHand, '--oobe', '28', '--out', 'profile.json']],
  ['a file that is not there', 3, 'there is no such file', ['check', 'nowhere.json']],
])('%s is refused in words', async (_, status, words, given) => {
  const refused = await reseal(...given);
  expect(refused.stderr).toContain(words);
  expect(refused.status).toBe(status);
  expect(refused.stdout).toBe('');
});
