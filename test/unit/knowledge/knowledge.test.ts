import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { loadTemplates } from '../../../src/main/services/checklists/loadTemplates.ts';
import { createProgram } from '../../../src/main/hosts/cli/program/createProgram.ts';
import { allActs } from '../../../src/renderer/acts/registry.ts';
import { errorCodesIn } from '../../../src/shared/knowledge/errorCodeIn.ts';
import { firstAnswers } from '../../../src/shared/knowledge/firstAnswers.ts';
import { loadKnowledge } from '../../../src/shared/knowledge/loadKnowledge.ts';
import { pageOfLine, seed } from '../../fixtures/seedLines.ts';
import { quietWorld } from '../../fakes/quietWorld.ts';
import { frozenIds } from './frozenIds.ts';

const { entries, pages } = await loadKnowledge();
const checklists = loadTemplates(join(projectRoot, 'resources'));
const allSources = entries.flatMap(({ id, sources, disagreement = [] }) =>
  [...sources, ...disagreement.map(({ source }) => source)].map((source) => ({ id, ...source })),
);

test('ids are kept: what was published once is there for good, and a new entry is added to the list', () => {
  const ids = entries.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(frozenIds.toSorted());
});

test('every file of the folder is loaded', () => {
  const files = readdirSync(join(projectRoot, 'resources/knowledge'));
  const loader = readFileSync(join(projectRoot, 'src/shared/knowledge/allKnowledge.ts'), 'utf8');
  for (const file of files.filter((name) => name !== 'first-answers.json')) expect(loader).toContain(`/${file}'`);
});

test('every source is a page with an address, and every page is a source', () => {
  for (const { id, page } of allSources) expect([id, page, page in pages]).toEqual([id, page, true]);
  const ofSteps = checklists.flatMap(({ blocks }) =>
    blocks.flatMap(({ items }) => items.flatMap((item) => item.sources)),
  );
  const used = new Set([...allSources, ...ofSteps].map(({ page }) => page));
  const ofChecklists = new Set(checklists.map(({ source }) => source.replace(' (Microsoft Learn)', '')));
  const unused = Object.entries(pages).filter(([key, { title }]) => !used.has(key) && !ofChecklists.has(title));
  expect(unused).toEqual([]);
  for (const { address } of Object.values(pages)) expect(address).toMatch(/^https:\/\//);
});

/** What looks like a code in the documentation and is none. */
const noCodes: Readonly<Record<string, string>> = {
  '0xf1346770': 'the beginning of the AppId of Intune Provisioning Client, which a line break cuts',
};

test.skipIf(seed === null)(
  'every line that is named stands in the page that it is from (skipped where ../shared/seed is not there)',
  () => {
    for (const { id, page, line } of allSources) {
      if (line === undefined) continue;
      expect([id, line, pageOfLine(line)]).toEqual([id, line, pages[page]?.title]);
    }
  },
);

test.skipIf(seed === null)(
  'every code of the documentation is known (skipped where ../shared/seed is not there)',
  () => {
    const known = new Set(entries.flatMap(({ codes }) => Object.keys(codes)));
    const told = errorCodesIn(seed ?? '');
    expect(told.length).toBeGreaterThanOrEqual(13);
    expect(told.filter((code) => !known.has(code) && noCodes[code] === undefined)).toEqual([]);
  },
);

test('the act and the command of every remedy exist', async () => {
  const acts = new Set(allActs.map(({ name }) => name));
  const commands = new Set((await createProgram([], quietWorld, () => undefined)).commands.map((one) => one.name()));
  for (const { id, causes } of entries) {
    for (const { act, command } of causes) {
      if (act !== undefined) expect([id, act, acts.has(act)]).toEqual([id, act, true]);
      const word = command?.split(' ')[0];
      if (word !== undefined) expect([id, word, commands.has(word)]).toEqual([id, word, true]);
    }
  }
});

test('what a failed device is told at once is of an entry that has its symptom', () => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const { flow, imports } = firstAnswers();
  for (const { entry, code } of flow) {
    const { codes = {}, events = {} } = byId.get(entry) ?? {};
    expect([entry, code in codes || code in (events.autopilot ?? {})]).toEqual([entry, true]);
  }
  for (const { entry, code, names } of imports) {
    const { numbers = {}, words = [] } = byId.get(entry) ?? {};
    expect([entry, code === null || String(code) in numbers]).toEqual([entry, true]);
    expect(words).toEqual(expect.arrayContaining(names));
  }
});

test('what contradicts itself is shown with both sources', () => {
  const told = entries.flatMap(({ disagreement }) => disagreement ?? []);
  expect(told.length).toBeGreaterThanOrEqual(20);
});
