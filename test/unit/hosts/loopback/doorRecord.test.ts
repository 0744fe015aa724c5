import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepDoorRecord, readDoorRecord } from '../../../../src/main/hosts/loopback/doorRecord.ts';
import { temporaryFolder } from '../../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

test('a data folder keeps its port and its key, for this account alone', () => {
  const { handoverKey } = readDoorRecord(folder.path);
  keepDoorRecord(folder.path, { port: 4321, handoverKey });
  expect(readDoorRecord(folder.path)).toEqual({ port: 4321, handoverKey });
  if (process.platform !== 'win32') expect(statSync(join(folder.path, 'door.json')).mode & 0o777).toBe(0o600);
});

test.each([
  ['half of one', '{"port":43'],
  ['a key of another length', '{"port":4321,"handoverKey":"AAAA"}'],
  ['a port that cannot be', '{"port":70000,"handoverKey":"AAAA"}'],
])('a record that is %s is a new one', (_what, text) => {
  writeFileSync(join(folder.path, 'door.json'), text);
  const { port, handoverKey } = readDoorRecord(folder.path);
  expect(port).toBe(0);
  expect(handoverKey).toHaveLength(32);
});

test('a record that cannot be read is a new one', () => {
  mkdirSync(join(folder.path, 'door.json'));
  expect(readDoorRecord(folder.path).port).toBe(0);
});
