import { resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetFile } from '../../../src/main/hosts/pageAssets.ts';

const folder = resolve('/reseal/out/renderer');

describe('the path of a page’s file', () => {
  it.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/main-a1.js', `assets${sep}main-a1.js`],
    ['/assets/../index.html', 'index.html'],
    ['/a%20name.svg', 'a name.svg'],
  ])('%s is %s', (path, file) => {
    expect(assetFile(folder, path)).toBe(resolve(folder, file));
  });

  it.each([
    '/..',
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%2fmain/index.js',
    '/..%5cmain%5cindex.js',
    '/assets/../../main/index.js',
    '/../renderer-of-another/index.html',
    '/.',
    '/assets/..',
    '/\0',
    '/%00index.html',
    '/%',
    '/%e0%a4%a',
    'index.html',
    '',
  ])('%s leads nowhere', (path) => {
    expect(assetFile(folder, path)).toBeNull();
  });

  it('never leaves the folder, whatever is asked for', () => {
    const piece = fc.constantFrom('..', '.', '', 'a', '%2e%2e', '%2f', '%5c', '\\', '...', 'C:', '~', '%252e');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const file = assetFile(folder, `/${pieces.join('/')}`);
        return file === null || file.startsWith(folder + sep);
      }),
    );
  });
});
