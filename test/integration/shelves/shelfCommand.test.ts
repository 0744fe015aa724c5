import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const shelf = (...words: string[]) => runInProcess(['shelf', ...words, '--data-dir', join(folder.path, 'data')]);

test('shelves are named, listed, printed and taken off on the command line', async () => {
  expect((await shelf('add', '10', '2', 'A1')).stdout).toContain('2, 10, A1');
  expect((await shelf('list')).stdout).toContain('free');
  const out = join(folder.path, 'shelves.pdf');
  expect((await shelf('labels', '--out', out)).stdout).toContain(out);
  expect(existsSync(out)).toBe(true);
  expect((await shelf('remove', 'a1')).stdout).toContain('2, 10.');
  const refused = await shelf('remove', 'Z9');
  expect(refused.stderr).toContain('The lab has no shelf “Z9”.');
});
