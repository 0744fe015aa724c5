import { afterEach, describe, expect, test } from 'vitest';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const folder = temporaryFolder();
let store: Store | null = null;
afterEach(() => {
  store?.close();
  folder.remove();
});

const open = (): Store => (store ??= openStore(folder.path, () => new Date()));
const put = (name: string) => open().database.prepare(`INSERT INTO setting (name, value) VALUES (?, '1')`).run(name);
const names = () =>
  open().database.prepare(`SELECT name FROM setting WHERE name LIKE 'test.%' ORDER BY name`).pluck().all();

describe('a write within a write', () => {
  test('is part of it: both are there, or neither', () => {
    const { write } = open();
    expect(() =>
      write(() => {
        put('test.outer');
        write(() => {
          put('test.inner');
          throw new Error('no room');
        });
      }),
    ).toThrow('no room');
    expect(names()).toEqual([]);

    // Somebody who catches the error cannot keep the other half.
    expect(() =>
      write(() => {
        put('test.outer');
        try {
          write(() => {
            put('test.inner');
            throw new Error('no room again');
          });
        } catch {
          // As if nothing had happened.
        }
      }),
    ).toThrow('no room again');
    expect(names()).toEqual([]);

    write(() => {
      put('test.outer');
      write(() => put('test.inner'));
    });
    expect(names()).toEqual(['test.inner', 'test.outer']);
  });
});
