import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPracticeTenant } from '../../../src/main/practice-tenant/startPracticeTenant.ts';
import { fileStateOf } from '../../../src/main/store/sqliteRekey.ts';
import type { DatabaseKey } from '../../../src/main/store/sqlite.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const key: DatabaseKey = { cipher: 'aegis', bytes: randomBytes(32), id: '1a2b3c4d' };

let folder: ReturnType<typeof temporaryFolder>;
let stateFile: string;
beforeEach(() => {
  folder = temporaryFolder();
  stateFile = join(folder.path, 'practice-tenant.db');
});
afterEach(() => folder.remove());

test('a practice tenant from before there was a key is encrypted, and stays the same tenant', async () => {
  const before = await startPracticeTenant({ stateFile });
  await before.close();
  expect(fileStateOf(stateFile)).toBe('plain');

  const after = await startPracticeTenant({ stateFile, key });
  expect([after.tenantId, after.token]).toEqual([before.tenantId, before.token]);
  await after.close();
  expect(fileStateOf(stateFile)).toBe('encrypted');
  expect(readFileSync(stateFile).includes('contoso-practice.example')).toBe(false);

  const again = await startPracticeTenant({ stateFile, key });
  expect(again.tenantId).toBe(before.tenantId);
  await again.close();
});
