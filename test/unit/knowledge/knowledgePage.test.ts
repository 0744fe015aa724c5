import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knowledgePageFile, makeKnowledgePage } from '../../fixtures/makeKnowledgePage.ts';

test('docs/knowledge.md tells what the data hold, each entry with a source', async () => {
  const page = readFileSync(knowledgePageFile, 'utf8');
  expect(page).toBe(await makeKnowledgePage());
  expect(page).toMatch(/share with a source +\| 100 %/);
});
