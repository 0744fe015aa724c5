import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createSharedPracticeTenant,
  type SharedPracticeTenant,
} from '../../../src/main/practice-tenant/sharedPracticeTenant.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
let opened: SharedPracticeTenant[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  opened = [];
});
afterEach(async () => {
  for (const shared of opened) await shared.close();
  folder.remove();
});

function shared(change: Partial<Parameters<typeof createSharedPracticeTenant>[0]> = {}): SharedPracticeTenant {
  const one = createSharedPracticeTenant({
    dataFolder: folder.path,
    elsewhere: null,
    speed: 100,
    fetch: globalThis.fetch,
    ...change,
  });
  opened.push(one);
  return one;
}

describe('the practice tenant of a data folder', () => {
  test('is started once, however many ask for it at the same time', async () => {
    const [first, second] = [shared(), shared()];
    const addresses = await Promise.all([first.locate(), second.locate(), first.locate()]);
    expect(new Set(addresses.map(({ url }) => url)).size).toBe(1);
    expect(addresses[0].speed).toBe(100);
  });

  test('is started again with its state by the next who needs it, when its process is gone', async () => {
    const first = shared();
    const before = await first.locate();
    const second = shared();
    await second.locate();
    await first.close();
    const after = await second.locate();
    expect(after.token).toBe(before.token);
    expect((await fetch(`${after.url}/practice`)).ok).toBe(true);
  });

  test('is not taken for another program that answers at the address left behind', async () => {
    writeFileSync(join(folder.path, 'practice-tenant.json'), JSON.stringify({ url: 'http://127.0.0.1:1', token: 'x' }));
    expect((await shared().locate()).token).not.toBe('x');
  });

  test('changes its speed when somebody asks for another one', async () => {
    await shared().locate();
    expect((await shared({ speed: 5 }).locate()).speed).toBe(5);
    expect((await shared({ speed: null }).locate()).speed).toBe(5);
  });

  test('is the one named from outside, where one is named', async () => {
    const elsewhere = await shared().locate();
    const other = temporaryFolder();
    const named = shared({ dataFolder: other.path, elsewhere });
    expect((await named.locate()).url).toBe(elsewhere.url);
    expect(existsSync(join(other.path, 'practice-tenant.db'))).toBe(false);
    other.remove();
  });

  test('keeps its speed on a computer so busy that every answer takes longer than a second', async () => {
    const passed = () => AbortSignal.abort(new DOMException('A second has passed.', 'TimeoutError'));
    const timeout = vi
      .spyOn(AbortSignal, 'timeout')
      .mockImplementation((ms) => (ms <= 1_000 ? passed() : new AbortController().signal));
    const elsewhere = await shared().locate();
    expect(elsewhere.speed).toBe(100);
    expect((await shared({ elsewhere }).locate()).speed).toBe(100);
    timeout.mockRestore();
  });
});
