import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOpenFiles } from '../../../src/main/services/intake/openFiles.ts';

const MINUTE_MS = 60_000;

describe('files that were opened', () => {
  let nowMs: number;
  let wake: () => void;
  let files: ReturnType<typeof createOpenFiles>;
  beforeEach(() => {
    nowMs = 0;
    wake = () => undefined;
    files = createOpenFiles({
      monotonicMs: () => nowMs,
      wait: (_, signal) =>
        new Promise((resolve) => {
          wake = resolve;
          signal.addEventListener('abort', () => resolve());
        }),
    });
  });
  afterEach(() => files.end());

  async function pass(minutes: number): Promise<void> {
    nowMs += minutes * MINUTE_MS;
    wake();
    await nextTurn();
  }
  const piece = (fileId: string) => ({ fileId, bytes: Buffer.from('ab') });

  test('are forgotten when nothing has arrived for ten minutes', async () => {
    const fileId = files.open('a.csv', 4);
    files.append(piece(fileId));
    await pass(10);

    expect(() => files.append(piece(fileId))).toThrow('This file is not open any more.');
  });

  test('stay while any of them still arrives: a whole one waits for the others of its delivery', async () => {
    const whole = files.open('whole.csv', 2);
    files.append(piece(whole));
    const slow = files.open('slow.csv', 6);
    for (let part = 0; part < 3; part += 1) {
      await pass(9);
      files.append(piece(slow));
    }

    expect(files.take([whole, slow]).map(({ name }) => name)).toEqual(['whole.csv', 'slow.csv']);
  });

  test('are forgotten after a second quiet time as after the first', async () => {
    files.open('a.csv', 4);
    await pass(10);
    const later = files.open('b.csv', 4);
    await pass(10);

    expect(() => files.append(piece(later))).toThrow('This file is not open any more.');
  });

  test('make room at once when they are given up', () => {
    const large = files.open('a.csv', 1_073_741_824);
    files.close([large, 'unknown']);

    expect(() => files.open('b.csv', 1_073_741_824)).not.toThrow();
  });

  test('are given up altogether where one of those to be read is missing', () => {
    const fileId = files.open('a.csv', 0);

    expect(() => files.take([fileId, 'unknown'])).toThrow('This file is not open any more.');
    expect(() => files.take([fileId])).toThrow('This file is not open any more.');
  });
});

describe('the memory of files that arrive', () => {
  const clock = { monotonicMs: () => 0, wait: () => new Promise<void>(() => undefined) };
  const GIBIBYTE = 1_073_741_824;

  test('is held by what has come and not by what was announced: large files do not keep another one out', () => {
    const files = createOpenFiles(clock);
    const before = process.memoryUsage().arrayBuffers;
    for (let file = 0; file < 20; file += 1)
      files.append({ fileId: files.open('large.csv', GIBIBYTE), bytes: Buffer.from('ab') });
    const small = files.open('small.csv', 2);
    files.append({ fileId: small, bytes: Buffer.from('ab') });

    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(GIBIBYTE / 4);
    expect(Buffer.from(files.take([small])[0]?.bytes ?? new SharedArrayBuffer(0)).toString()).toBe('ab');
    files.end();
  });

  test('grows as the file does, and keeps every byte in its place', () => {
    const files = createOpenFiles(clock);
    const pieces = Array.from({ length: 40 }, (_, number) => Buffer.alloc(500_000, number));
    const fileId = files.open('whole.csv', 20_000_000);
    for (const bytes of pieces) files.append({ fileId, bytes });
    const [file] = files.take([fileId]);

    expect(Buffer.compare(Buffer.from(file?.bytes ?? new SharedArrayBuffer(0)), Buffer.concat(pieces))).toBe(0);
    files.end();
  });

  test('one file larger than a gibibyte is refused at once', () => {
    const files = createOpenFiles(clock);
    expect(() => files.open('huge.csv', GIBIBYTE + 1)).toThrow('larger than one gibibyte');
  });
});
