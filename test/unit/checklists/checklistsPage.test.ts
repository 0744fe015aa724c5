import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checklistsPageFile, makeChecklistsPage } from '../../fixtures/makeChecklistsPage.ts';

test('docs/checklists.md tells what the data hold, each step with a source', async () => {
  const page = readFileSync(checklistsPageFile, 'utf8');
  expect(page).toBe(await makeChecklistsPage());
  expect(page).toMatch(/share with a source +\| 100 %/);
});
