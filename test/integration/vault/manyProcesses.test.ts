import { afterEach, beforeEach, expect, it } from 'vitest';
import { runUnlock } from '../../rigs/runUnlock.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

it('three processes that begin a queue at once have one key', async () => {
  const views = await Promise.all(Array.from({ length: 3 }, () => runUnlock(folder.path)));
  expect(new Set(views.map(({ keyId }) => keyId)).size).toBe(1);
  expect(views.map(({ isEncrypted }) => isEncrypted)).toEqual([true, true, true]);
});
