import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { loadTemplates } from '../../../src/main/services/checklists/loadTemplates.ts';
import type { ChecklistTemplate } from '../../../src/shared/checklists/checklist.ts';
import {
  addStep,
  changeStep,
  emptyStep,
  hintsOf,
  linesOfHints,
  moveStep,
  removeStep,
} from '../../../src/shared/checklists/editChecklist.ts';
import { fileOfTemplate, readOwnChecklist } from '../../../src/shared/checklists/ownChecklist.ts';

const lists = loadTemplates(join(projectRoot, 'resources'));
const idsOf = ({ blocks }: ChecklistTemplate) => blocks.map(({ items }) => items.map(({ id }) => id));
const stepsOf = (list: ChecklistTemplate) => list.blocks.flatMap(({ items }) => items);
const draft = { ...emptyStep, title: 'Fan is clean', where: 'Bench', doneWhen: 'It is.' };
const [list] = lists.filter(({ id }) => id === 'reset-local');
if (list === undefined) throw new Error('No list.');

describe('a list that a lab changes', () => {
  test('has a step one place up or down, and nowhere beyond its block', () => {
    expect(idsOf(moveStep(list, 'Z2', -1))).toEqual([['Z4'], ['Z2', 'Z1', 'Z3', 'Z5', 'Z7', 'Z8']]);
    expect(idsOf(moveStep(list, 'Z2', 1))).toEqual([['Z4'], ['Z1', 'Z3', 'Z2', 'Z5', 'Z7', 'Z8']]);
    expect(moveStep(list, 'Z1', -1)).toEqual(list);
    expect(moveStep(list, 'Z8', 1)).toEqual(list);
  });

  test('gives a new step an id that none of its steps has', () => {
    const one = addStep(list, 'Z', draft);
    const two = addStep(one, 'A', draft);
    expect(idsOf(two)).toEqual([
      ['Z4', 'X2'],
      ['Z1', 'Z2', 'Z3', 'Z5', 'Z7', 'Z8', 'X1'],
    ]);
  });

  test('keeps of a changed step what nobody filled in, and loses a block with its last step', () => {
    const changed = stepsOf(changeStep(list, 'Z2', { ...draft, title: 'WinRE is on' })).find(({ id }) => id === 'Z2');
    expect(changed).toMatchObject({
      title: 'WinRE is on',
      sources: stepsOf(list).find(({ id }) => id === 'Z2')?.sources,
    });
    expect(idsOf(removeStep(list, 'Z4'))).toEqual([['Z1', 'Z2', 'Z3', 'Z5', 'Z7', 'Z8']]);
  });

  test('can be kept after any changes, as long as it has a step', () => {
    const act = fc.record({
      what: fc.constantFrom('up', 'down', 'change', 'add', 'remove'),
      step: fc.nat({ max: 30 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...lists), fc.array(act, { maxLength: 12 }), (first, acts) => {
        let now = first;
        for (const { what, step } of acts) {
          const steps = stepsOf(now);
          const id = steps[step % Math.max(steps.length, 1)]?.id ?? '';
          if (what === 'up') now = moveStep(now, id, -1);
          else if (what === 'down') now = moveStep(now, id, 1);
          else if (what === 'change') now = changeStep(now, id, draft);
          else if (what === 'add')
            now = addStep(now, now.blocks[step % Math.max(now.blocks.length, 1)]?.id ?? '', draft);
          else if (steps.length > 1) now = removeStep(now, id);
        }
        expect(readOwnChecklist(fileOfTemplate(now))).toMatchObject({ ok: true });
      }),
    );
  });
});

test('hints are edited as lines: what was there keeps its case, what is new is said in every case', () => {
  const before = ['Do not press Next.', { when: { windows: '11' as const }, says: 'Press Next.' }];
  const lines = linesOfHints(before);
  expect(lines).toBe('Do not press Next.\nWindows 11: Press Next.');
  expect(hintsOf(lines, before)).toEqual(before);
  expect(hintsOf('Windows 11: Press Next.\n\n  Breathe.  ', before)).toEqual([before[1], 'Breathe.']);
});
