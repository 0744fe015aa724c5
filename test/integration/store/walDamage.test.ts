import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { AppError } from '../../../src/shared/outcome/appError.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { addTenant } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { openTestStore } from '../../rigs/testVault.ts';

const now = () => new Date('2026-11-22T12:00:00Z');
/** In the database itself when the damage comes; the others stand in the -wal alone. */
const SETTLED = ['SETTLED1', 'SETTLED2', 'SETTLED3'];
const FRESH = ['FRESH1', 'FRESH2', 'FRESH3', 'FRESH4', 'FRESH5', 'FRESH6'];

let folder: ReturnType<typeof temporaryFolder>;
let used: Store;
beforeEach(() => {
  folder = temporaryFolder();
  const first = openTestStore(join(folder.path, 'used'), now);
  addTenant(first);
  addDevices(first, SETTLED);
  first.close();
  used = openTestStore(join(folder.path, 'used'), now);
  addDevices(used, FRESH);
});
afterEach(() => {
  used.close();
  folder.remove();
});

function addDevices(store: Store, serialNumbers: readonly string[]): void {
  const devices = createDeviceStore(store, now);
  for (const serialNumber of serialNumbers) store.write(() => devices.add(readyDevice({ serialNumber, ztdId: null })));
}

/** The queue as a power cut leaves it, with its -wal damaged; what opening it finds, or the sentence that refuses it. */
function openDamaged(damage: (wal: string) => void): readonly string[] | AppError {
  const copy = join(folder.path, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(folder.path, 'used'), copy, { recursive: true });
  rmSync(join(copy, 'reseal.db-shm'), { force: true });
  damage(join(copy, 'reseal.db-wal'));
  try {
    const store = openTestStore(copy, now);
    try {
      const names = store.database.prepare('SELECT serial_number FROM device ORDER BY rowid').pluck().all();
      return z.array(z.string()).parse(names);
    } finally {
      store.close();
    }
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** Whole changes in their order, and never fewer than the database itself holds; or a sentence. */
function expectWholeOrWords(found: readonly string[] | AppError): void {
  if (found instanceof AppError) {
    expect(found.message).toMatch(/^[A-Z“].*[.!]$/s);
    return;
  }
  const all = [...SETTLED, ...FRESH];
  expect(found.length).toBeGreaterThanOrEqual(SETTLED.length);
  expect(found).toEqual(all.slice(0, found.length));
}

const sizeOf = (): number => readFileSync(join(folder.path, 'used', 'reseal.db-wal')).length;

test('a queue after a power cut has every change, also without its -shm', () => {
  expect(openDamaged(() => undefined)).toEqual([...SETTLED, ...FRESH]);
});

test('a -wal that is cut off anywhere gives the changes before the cut, whole and in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: sizeOf() }), (size) =>
      expectWholeOrWords(openDamaged((wal) => truncateSync(wal, size))),
    ),
    { numRuns: 40 },
  );
});

test('a turned byte anywhere in the -wal gives the changes before it, or a sentence', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: sizeOf() - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) =>
      expectWholeOrWords(
        openDamaged((wal) => {
          const bytes = readFileSync(wal);
          bytes[at] = (bytes[at] ?? 0) ^ flip;
          writeFileSync(wal, bytes);
        }),
      ),
    ),
    { numRuns: 60 },
  );
});

test('a queue whose -wal is gone is the queue before, and no new one', () => {
  expectWholeOrWords(openDamaged((wal) => rmSync(wal)));
});
