import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { loadTemplates } from '../../../src/main/services/checklists/loadTemplates.ts';
import type { ChecklistTemplate } from '../../../src/shared/checklists/checklist.ts';
import {
  changeOf,
  fileOfTemplate,
  readOwnChecklist,
  templateOfFile,
} from '../../../src/shared/checklists/ownChecklist.ts';

const ours = loadTemplates(join(projectRoot, 'resources'));
const step = {
  id: 'X1',
  title: 'Fan is clean',
  need: 'required',
  who: ['technician'],
  where: 'Bench',
  doneWhen: 'It is.',
};
const file = (change: object = {}) => ({
  format: 'reseal-checklist',
  formatVersion: 1,
  title: 'Ours',
  blocks: [{ id: 'B', title: 'Bench', scope: 'device', items: [step] }],
  ...change,
});
const problemsOf = (content: unknown) => {
  const read = readOwnChecklist(typeof content === 'string' ? content : JSON.stringify(content));
  return read.ok ? [] : read.problems.map(({ where, says }) => `${where}: ${says}`);
};
const withItems = (...items: object[]) => file({ blocks: [{ id: 'B', title: 'Bench', scope: 'device', items }] });

describe('the file of a checklist', () => {
  test('is read back as it was written, for every list there is', () => {
    for (const template of ours) {
      const read = readOwnChecklist(fileOfTemplate(template));
      expect(read).toMatchObject({ ok: true });
      if (!read.ok) continue;
      expect(read.file.id).toBeUndefined();
      expect(templateOfFile(read.file, template.id, template.version)).toEqual({ ...template, reviewed: null });
    }
  });

  test('of a list of the lab keeps its id, so that it becomes the next version of it', () => {
    const read = readOwnChecklist(JSON.stringify(file({ id: 'own-12ab' })));
    expect(read).toMatchObject({ ok: true, file: { id: 'own-12ab' } });
  });

  test.each([
    ['no JSON at all', '{', ['the file: is no JSON.']],
    ['an id of ours', file({ id: 'pre-provisioning-entra' }), ['id: holds a value that it may not have.']],
    ['a step without a title', withItems({ ...step, title: ' ' }), ['block 1, step 1, title: is empty.']],
    [
      'a word that nobody knows',
      withItems({ ...step, colour: 'red' }),
      ['block 1, step 1: holds colour, which no checklist has.'],
    ],
    [
      'another file',
      { blocks: [] },
      ['format: is missing.', 'formatVersion: is missing.', 'title: is missing.', 'block: is empty.'],
    ],
    ['a step twice', withItems(step, step), ['block 1, step 2: has the id X1, which another step has.']],
    [
      'a condition that is not said',
      withItems({ ...step, need: 'conditional' }),
      ['block 1, step 1: is conditional and names no condition.'],
    ],
    ['a block without steps', withItems(), ['block 1, step: is empty.']],
    [
      'a customer’s step that a device shall tick',
      file({
        blocks: [{ id: 'B', title: 'Bench', scope: 'tenant', items: [{ ...step, evidence: 'shipped' }] }],
      }),
      ['block 1, step 1: is done once for a customer, so no device can tick it.'],
    ],
    [
      'a fact that there is not',
      withItems({ ...step, evidence: 'moon.full' }),
      ['block 1, step 1, evidence: holds a value that it may not have.'],
    ],
  ])('is refused with the place of every problem: %s', (_, content, problems) => {
    expect(problemsOf(content)).toEqual(problems);
  });

  test('is read or refused whatever it holds, and never thrown at', () => {
    fc.assert(fc.property(fc.json(), (content) => void readOwnChecklist(content)));
    fc.assert(fc.property(fc.string(), (content) => void readOwnChecklist(content)));
  });
});

test('what a newer version changes is told by the ids of the steps', () => {
  const [first] = ours;
  if (first === undefined) throw new Error('No checklist.');
  const [block, ...rest] = first.blocks;
  const [one, two, ...items] = block?.items ?? [];
  if (block === undefined || one === undefined || two === undefined) throw new Error('A block without steps.');
  const after: ChecklistTemplate = {
    ...first,
    version: first.version + 1,
    blocks: [{ ...block, items: [{ ...one, title: 'Said otherwise' }, ...items, { ...two, id: 'X1' }] }, ...rest],
  };
  expect(changeOf(first, after)).toEqual({
    version: first.version + 1,
    added: ['X1'],
    removed: [two.id],
    changed: [one.id],
  });
});
