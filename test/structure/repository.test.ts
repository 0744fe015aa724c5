import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/support/projectRoot.mjs';

const SOURCE = /\.(ts|tsx|mjs|cjs)$/;
const MOST_LINES = 400;
/** Material to read that stands beside a checkout on some machines; none of it belongs into the repository. */
const beside = join(projectRoot, '..', 'shared');

const files = execFileSync(
  'git',
  ['-c', 'safe.directory=*', 'ls-files', '--cached', '--others', '--exclude-standard'],
  {
    cwd: projectRoot,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((name) => name !== '' && statSync(join(projectRoot, name), { throwIfNoEntry: false })?.isFile() === true);
const read = (name: string) => readFileSync(join(projectRoot, name));
const sources = files.filter((name) => SOURCE.test(name));

describe('the repository', () => {
  it('has files that one can read in one sitting', () => {
    const long = sources.filter((name) => read(name).toString().split('\n').length > MOST_LINES);
    expect(long).toEqual([]);
  });

  it('names files after the one thing they hold, in camel or Pascal case', () => {
    const inRooms = sources.filter((name) => /^(src|test)\//.test(name));
    const stemOf = (name: string) => basename(name).split('.')[0] ?? '';
    expect(inRooms.filter((name) => !/^([A-Za-z][A-Za-z0-9]*|\d{4}-[a-z-]+)$/.test(stemOf(name)))).toEqual([]);
  });

  it('holds no private key and no token', () => {
    const secret = /-----BEGIN [A-Z ]*PRIVATE KEY-----|eyJhbGciOi[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/;
    expect(files.filter((name) => secret.test(read(name).toString('latin1')))).toEqual([]);
  });

  it('leaves no test out', () => {
    const leftOut = new RegExp(`\\b(it|test|describe)\\.(${['only', 'todo'].join('|')})\\(`);
    expect(sources.filter((name) => leftOut.test(read(name).toString()))).toEqual([]);
  });

  it('writes enrollment as Microsoft does', () => {
    const other = new RegExp(`${['enr', 'ol'].join('')}(?!l)`, 'i');
    expect(sources.filter((name) => other.test(read(name).toString()))).toEqual([]);
  });

  it.skipIf(!existsSync(beside))('holds no file, and no hash, of the material beside it (where that is there)', () => {
    const foreign = readdirSync(beside, { recursive: true, encoding: 'utf8' })
      .map((name) => join(beside, name))
      .filter((file) => statSync(file).isFile());
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const theirs = new Set(foreign.map((file) => digest(readFileSync(file))));
    expect(files.filter((name) => theirs.has(digest(read(name))))).toEqual([]);

    const hashes = foreign
      .filter((file) => file.includes('hashes'))
      .flatMap((file) => textOf(readFileSync(file)).match(/[A-Za-z0-9+/]{300,}/g) ?? [])
      // Past the common beginning, so that an invented hash is not taken for a real one.
      .map((hash) => hash.slice(80, 140));
    const texts = files.map((name) => ({ name, text: textOf(read(name)) }));
    expect(hashes.length).toBeGreaterThan(0);
    expect(texts.filter(({ text }) => hashes.some((hash) => text.includes(hash))).map(({ name }) => name)).toEqual([]);
  });
});

/** Bytes as text whatever the encoding is: two-byte letters lose their zeros. */
function textOf(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\0', '');
}
