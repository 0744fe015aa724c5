import type * as fs from 'node:fs';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFileLog } from '../../../src/main/hosts/fileLog.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const disk = vi.hoisted(() => ({ failure: null as string | null, failing: '', calls: 0, failAtCall: 0 }));

/** The disk of the log: each call on it can be made to fail, always or at one of its calls. */
vi.mock('node:fs', async (load) => {
  const real = await load<typeof fs>();
  const faulty = <Work extends (...given: never[]) => unknown>(name: string, work: Work): Work =>
    ((...given: never[]) => {
      if (disk.failure !== null && (disk.failing === name || disk.failing === 'any')) {
        disk.calls += 1;
        if (disk.failAtCall === 0 || disk.calls === disk.failAtCall) {
          throw Object.assign(new Error(`${disk.failure}: by the test`), { code: disk.failure, syscall: name });
        }
      }
      return work(...given);
    }) as Work;
  const calls = ['mkdirSync', 'openSync', 'writeSync', 'readdirSync', 'rmSync', 'closeSync'] as const;
  return { ...real, ...Object.fromEntries(calls.map((name) => [name, faulty(name, real[name] as never)])) };
});

let folder: ReturnType<typeof temporaryFolder>;
let faults = 0;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  mend();
  folder.remove();
});
afterAll(
  () => void process.stdout.write(`Faults of the disk injected into the log, none of which it threw: ${faults}.\n`),
);

function fail(failure: string, failing: string, failAtCall = 0): void {
  Object.assign(disk, { failure, failing, failAtCall, calls: 0 });
}
function mend(): void {
  disk.failure = null;
}

const now = () => new Date('2026-11-22T10:00:00Z');
const linesOf = () =>
  readFileSync(join(folder.path, 'logs', 'reseal-2026-11-22.log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

test.each(['ENOSPC', 'EIO', 'EROFS', 'EMFILE'])(
  '%s at each call in turn throws nothing, and what is lost is counted',
  (code) => {
    for (let call = 1; call <= 12; call += 1) {
      const log = createFileLog(folder.path, 'test', now);
      fail(code, 'any', call);
      log.info('first');
      log.warn('second');
      if (disk.calls >= call) faults += 1;
      mend();
      log.error('third');
      const lines = linesOf();
      const lost = lines.flatMap((line) => (isLoss(line) ? [line.lines] : [])).reduce((sum, some) => sum + some, 0);
      expect({ call, told: lines.filter((line) => !isLoss(line)).length + lost }).toEqual({ call, told: 3 });
      rmSync(join(folder.path, 'logs'), { recursive: true });
    }
  },
);

function isLoss(line: unknown): line is { readonly lines: number } {
  return typeof line === 'object' && line !== null && 'event' in line && line.event === 'log.linesLost';
}

test('a disk that is full for a while loses its lines only, and the log says once how many', () => {
  const log = createFileLog(folder.path, 'test', now);
  log.info('before');
  fail('ENOSPC', 'writeSync');
  for (let line = 0; line < 5; line += 1) log.info('lost');
  mend();
  log.info('after');
  log.info('later');

  expect(linesOf()).toMatchObject([
    { event: 'before' },
    { event: 'log.linesLost', lines: 5, level: 40 },
    { event: 'after' },
    { event: 'later' },
  ]);
});

test('where “logs” is a file, the program runs on, and the log begins once it is gone', () => {
  const logs = join(folder.path, 'logs');
  writeFileSync(logs, 'not a folder');
  const log = createFileLog(folder.path, 'test', now);
  log.error('lost');
  expect(readFileSync(logs, 'utf8')).toBe('not a folder');
  rmSync(logs);
  log.error('told');

  expect(linesOf()).toMatchObject([{ event: 'log.linesLost', lines: 1 }, { event: 'told' }]);
});

test('a folder that goes away while the program runs is made again', () => {
  const log = createFileLog(folder.path, 'test', now);
  log.info('one');
  rmSync(join(folder.path, 'logs'), { recursive: true });
  fail('ENOSPC', 'writeSync');
  log.info('two');
  mend();
  log.info('three');

  expect(linesOf()).toMatchObject([{ event: 'log.linesLost', lines: 1 }, { event: 'three' }]);
});

test('an old file that cannot be removed keeps no line away', () => {
  const logs = join(folder.path, 'logs');
  mkdirSync(logs);
  for (let day = 0; day < 31; day += 1) {
    writeFileSync(join(logs, `reseal-2026-01-${String(day + 1).padStart(2, '0')}.log`), '');
  }
  fail('EROFS', 'rmSync');
  createFileLog(folder.path, 'test', now).info('told');
  mend();

  expect(linesOf()).toMatchObject([{ event: 'told' }]);
  expect(readdirSync(logs)).toHaveLength(32);
});

test('facts that cannot be read cost their line, and nothing else', () => {
  const log = createFileLog(folder.path, 'test', now);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  log.info('unreadable', { proxy });
  log.info('told');

  expect(linesOf()).toMatchObject([{ event: 'log.linesLost', lines: 1 }, { event: 'told' }]);
});
