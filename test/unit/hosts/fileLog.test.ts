import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileLog } from '../../../src/main/hosts/fileLog.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

test('a program that runs for weeks writes a file a day, and keeps those of the last thirty', () => {
  const folder = temporaryFolder();
  const logs = join(folder.path, 'logs');
  mkdirSync(logs);
  writeFileSync(join(logs, 'notes.txt'), 'not a log');
  let now = new Date('2026-10-20T23:59:00.000Z');
  const log = createFileLog(folder.path, 'test', () => now);
  for (let day = 0; day < 40; day += 1) {
    log.info(`day.${day}`);
    now = new Date(now.getTime() + 24 * 60 * 60_000);
  }
  const files = readdirSync(logs).filter((name) => name.endsWith('.log'));
  expect(files).toHaveLength(30);
  expect(files.at(-1)).toBe('reseal-2026-11-28.log');
  expect(readFileSync(join(logs, 'reseal-2026-11-28.log'), 'utf8')).toMatch(/^\{[^\n]*"event":"day.39"\}\n$/);
  expect(readdirSync(logs)).toContain('notes.txt');
  rmSync(folder.path, { recursive: true, force: true });
});
