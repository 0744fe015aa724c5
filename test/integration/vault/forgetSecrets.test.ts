import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSecretStore, forgetSecrets } from '../../../src/main/store/secretStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { openSqlite } from '../../../src/main/store/sqlite.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

it('a copy of the queue is rid of its secrets to the last byte', () => {
  // A plain one, so that the bytes can be looked at.
  const store = openStore(folder.path, () => new Date());
  createSecretStore(store).write('tokens/contoso', 'refresh-token-of-tess');
  const file = store.backUp('manual');
  store.close();
  const copy = openSqlite(file);
  forgetSecrets(copy);
  copy.close();
  expect(readFileSync(file).includes('refresh-token-of-tess')).toBe(false);
});
