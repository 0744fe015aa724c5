import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../../scripts/support/projectRoot.mjs';

const IMPORTED = /^import\b(?:[^"';]*\bfrom )?["']([^"']+)["'];$/gm;

/** What is loaded before a command begins: everything that the built program imports, and what that imports. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORTED)) {
    const path = name.startsWith('.') ? join(dirname(file), name) : name;
    if (seen.has(path)) continue;
    seen.add(path);
    if (name.startsWith('.')) loadedWith(path, seen);
  }
  return seen;
}

describe('a command starts with what every command needs', () => {
  const loaded = loadedWith(join(projectRoot, 'out', 'main', 'cli.js'));

  test('which is the queue', () => {
    expect(loaded).toContain('better-sqlite3');
  });

  test.each(['node:http', 'fontkit', 'bidi-js', 'qrcode', 'bwip-js/node', 'pdfkit', 'pdfmake', '@azure/msal-node'])(
    'and is not %s',
    (name) => {
      expect(loaded).not.toContain(name);
    },
  );
});
