import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../../../scripts/support/projectRoot.mjs';
import { temporaryFolder } from '../../../rigs/testPorts.ts';
import { runReseal } from '../../support/runReseal.ts';

const noteLoaded = pathToFileURL(join(projectRoot, 'test', 'rigs', 'noteLoaded.ts')).href;
const built = pathToFileURL(join(projectRoot, 'out')).href;
const folder = temporaryFolder();
afterAll(folder.remove);

interface Loaded {
  readonly addresses: readonly string[];
  /** Of Reseal itself. */
  readonly files: number;
  readonly kilobytes: number;
}

/** What a command loads until its end. Files and bytes are counted: time is for `npm run benchmark -- start`. */
async function loadedBy(...words: readonly string[]): Promise<Loaded> {
  const list = join(folder.path, 'loaded.json');
  const environment = { NODE_OPTIONS: `--import=${noteLoaded}`, RESEAL_LOADED: list };
  const { status, stderr } = await runReseal(words, { environment });
  if (status !== 0) throw new Error(stderr);
  const addresses = z.array(z.string()).parse(JSON.parse(readFileSync(list, 'utf8')));
  const own = addresses.filter((address) => address.startsWith(built)).map((address) => fileURLToPath(address));
  const bytes = own.reduce((sum, file) => sum + statSync(file).size, 0);
  return { addresses, files: own.length, kilobytes: bytes / 1_000 };
}

const list = await loadedBy('list', '--data-dir', join(folder.path, 'queue'));

describe('a command loads what it needs', () => {
  test('and no more: the queue is listed with two thirds of the program, in a few files', () => {
    expect(list.addresses.some((address) => address.includes('better-sqlite3'))).toBe(true);
    expect(list.files).toBeLessThanOrEqual(25);
    expect(list.kilobytes).toBeLessThanOrEqual(1_420);
  });

  test.each(['node:http', 'fontkit', 'bidi-js', 'qrcode', 'bwip-js', 'pdfkit', 'pdfmake', '@azure/msal-node'])(
    'and not %s to list the queue',
    (name) => {
      expect(
        list.addresses.filter((address) => address === name || address.includes(`/node_modules/${name}/`)),
      ).toEqual([]);
    },
  );

  test('and neither queue nor database to say its version', async () => {
    const version = await loadedBy('--version');
    expect(version.addresses.filter((address) => address.includes('/node_modules/'))).toEqual([]);
    expect(version.files).toBeLessThanOrEqual(8);
    expect(version.kilobytes).toBeLessThanOrEqual(400);
  });
});
