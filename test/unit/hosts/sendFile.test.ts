import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Dispatch } from '../../../src/main/api/router.ts';
import { previewFiles } from '../../../src/main/hosts/electron/previewFiles.ts';
import { sendFile } from '../../../src/main/hosts/sendFile.ts';
import { keptLog, temporaryFolder } from '../../rigs/testPorts.ts';

const refusal = { ok: false, error: { code: 'invalid-input', message: 'A piece did not arrive whole.' } } as const;

describe('a file that a door hands over', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let asked: { readonly name: string; readonly input: unknown }[];
  beforeEach(() => {
    folder = temporaryFolder();
    asked = [];
  });
  afterEach(() => folder.remove());

  function file(name: string): string {
    const path = join(folder.path, name);
    writeFileSync(path, 'content');
    return path;
  }
  /** A backend that refuses one procedure. */
  function dispatchRefusing(refused: string): Dispatch {
    let opened = 0;
    return (name, input) => {
      asked.push({ name, input });
      if (name === refused) return Promise.resolve(refusal);
      const value =
        name === 'tenants.list' ? { tenants: [{ id: 't', active: true }] } : { fileId: `file ${String(++opened)}` };
      return Promise.resolve({ ok: true, value });
    };
  }
  const given = (name: string): unknown[] => asked.filter((call) => call.name === name).map(({ input }) => input);

  test('is not kept open where one of its pieces is refused', async () => {
    expect(await sendFile(dispatchRefusing('intake.appendToFile'), 'a.csv', file('a.csv'))).toEqual(refusal);
    expect(given('intake.closeFiles')).toEqual([{ fileIds: ['file 1'] }]);
  });

  test('stays open for its reading where it arrived whole', async () => {
    expect(await sendFile(dispatchRefusing('nothing'), 'a.csv', file('a.csv'))).toEqual({ ok: true, value: 'file 1' });
    expect(given('intake.closeFiles')).toEqual([]);
  });

  test('is given up with those before it where one of them cannot be read', async () => {
    const files = [file('a.csv'), join(folder.path, 'missing.csv')];
    await expect(previewFiles(dispatchRefusing('nothing'), files, keptLog().log)).rejects.toThrow('ENOENT');
    expect(given('intake.closeFiles')).toEqual([{ fileIds: ['file 1'] }]);
    expect(given('intake.preview')).toEqual([]);
  });
});
