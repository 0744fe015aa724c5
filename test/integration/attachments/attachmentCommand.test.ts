import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const reseal = (...words: string[]) => runInProcess([...words, '--data-dir', join(folder.path, 'data')]);

test('a log archive is attached, listed, written out again, kept and removed on the command line', async () => {
  const list = join(folder.path, 'devices.csv');
  writeFileSync(list, `Device Serial Number,Windows Product ID,Hardware Hash\nATT1,,${inventedHash('ATT1')}\n`);
  await reseal('lane', 'add', 'Contoso');
  expect((await reseal('import', list, '--lane', 'Contoso')).stderr).toBe('');
  const archive = join(folder.path, 'logs.zip');
  writeFileSync(archive, 'PK-what a device wrote');
  expect((await reseal('attachment', 'add', 'ATT1', archive)).stdout).toContain(
    'The file logs.zip is attached to ATT1.',
  );
  expect((await reseal('attachment', 'list', 'ATT1')).stdout).toContain('logs.zip');
  const large = join(folder.path, 'large.zip');
  writeFileSync(large, '');
  truncateSync(large, 3 * 2 ** 30);
  expect((await reseal('attachment', 'add', 'ATT1', large)).stderr).toContain(
    'The size of the file is 3,072 MB, and the most is 64 MB. Attach the part of it',
  );
  expect((await reseal('attachment', 'add', 'ATT1', folder.path)).stderr).toContain('is no file');
  const out = join(folder.path, 'out', 'copy.zip');
  await reseal('attachment', 'save', 'ATT1', 'logs.zip', '--out', out);
  expect(existsSync(out) && readFileSync(out, 'utf8')).toBe('PK-what a device wrote');
  expect((await reseal('attachment', 'keep', 'ATT1', 'logs.zip')).stdout).toContain('logs.zip is kept.');
  expect((await reseal('attachment', 'keep', 'ATT1', 'logs.zip', '--no-longer')).stdout).toContain('logs.zip goes on');
  expect((await reseal('attachment', 'save', 'ATT1', 'other', '--out', out)).stderr).toContain(
    'no photo or file “other”',
  );
  expect((await reseal('attachment', 'remove', 'ATT1', 'logs.zip')).stdout).toContain('logs.zip was removed.');
  expect((await reseal('attachment', 'list', 'ATT1', '--json')).stdout).toContain('"attachments": []');
});
