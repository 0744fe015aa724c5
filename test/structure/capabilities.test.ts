import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/support/projectRoot.mjs';
import { contract } from '../rigs/wholeContract.ts';

const entries = (path: string) => readdirSync(join(projectRoot, path), { withFileTypes: true });
const foldersOf = (path: string) =>
  entries(path)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const filesOf = (path: string) =>
  entries(path)
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

/** A capability is what has a file in the contract; its noun is that file's name. */
const capabilities = filesOf('src/shared/api/contract').map((name) => name.replace('.ts', ''));

/**
 * Folders that hold something for all capabilities, in each place where capabilities have theirs; and `knowledge` and `diagnostics`,
 * which ask the backend for nothing: they must answer where there is no queue, or a locked one.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/shared': ['api', 'diagnostics', 'format', 'knowledge', 'outcome', 'words'],
  'src/main/services': [],
  'src/main/hosts/cli': [
    'completion',
    'demo',
    'diagnostics',
    'input',
    'knowledge',
    'output',
    'practice',
    'program',
    'waiting',
  ],
  'src/renderer/features': ['knowledge'],
  'test/unit': [
    'api',
    'diagnostics',
    'format',
    'graph',
    'hosts',
    'knowledge',
    'outbox',
    'page',
    'paper',
    'practice-tenant',
    'scripts',
    'store',
  ],
  'test/integration': ['diagnostics', 'graph', 'hosts', 'knowledge', 'outbox', 'practice-tenant', 'store', 'support'],
  'test/e2e': ['knowledge', 'page', 'support'],
};

describe('a capability has one noun', () => {
  it.each(capabilities)('%s: its contract file holds its procedures, and only these', (capability) => {
    const source = readFileSync(join(projectRoot, 'src/shared/api/contract', `${capability}.ts`), 'utf8');
    const named = [...source.matchAll(/^ {2}'([a-zA-Z]+)\.[a-zA-Z]+': (?:query|command)\(/gm)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)]).toEqual([capability]);
  });

  it('every procedure belongs to a capability', () => {
    const nouns = new Set(Object.keys(contract).map((name) => name.split('.')[0] ?? ''));
    expect([...nouns].sort()).toEqual([...capabilities].sort());
  });

  it.each(capabilities)('%s: there is a folder of its service', (capability) => {
    expect(foldersOf('src/main/services')).toContain(capability);
  });

  it.each(capabilities)('%s: there is a folder of tests', (capability) => {
    const tested = ['test/unit', 'test/integration', 'test/e2e'].flatMap(foldersOf);
    expect(tested).toContain(capability);
  });

  it.each(Object.entries(rooms))('%s: every folder is of a capability, or a room named here', (place, named) => {
    const strange = foldersOf(place).filter((folder) => !capabilities.includes(folder) && !named.includes(folder));
    expect(strange).toEqual([]);
    expect(named.filter((room) => !foldersOf(place).includes(room))).toEqual([]);
  });

  it.each(['src/main/hosts/cli', 'src/renderer/features', 'test/unit', 'test/integration', 'test/e2e'])(
    '%s: no file lies loose beside the folders',
    (place) => {
      expect(filesOf(place)).toEqual([]);
    },
  );
});
