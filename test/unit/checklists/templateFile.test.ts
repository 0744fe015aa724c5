import { expect, test } from 'vitest';
import { assembleTemplate, stepCatalogue, templateFile } from '../../../src/shared/checklists/templateFile.ts';

const step = { title: 'Go', who: ['technician'], where: 'Bench', doneWhen: 'Gone.', sources: [{ page: 'faq' }] };
const catalogue = stepCatalogue.parse({
  T1: step,
  T3: { ...step, condition: 'It rains', hints: ['Take a coat.'] },
  T9: { ...step, need: 'optional' },
});
const file = (items: unknown) =>
  templateFile.parse({
    id: 'a',
    version: 1,
    title: 'A',
    scenario: 'A',
    source: 'A page',
    kind: 'deployment',
    followsRuns: true,
    reviewed: '2026-12-03',
    blocks: [{ id: 'T', title: 'Technician flow', scope: 'device', items }],
  });
const itemsOf = (items: unknown) => assembleTemplate(file(items), catalogue).blocks.flatMap((block) => block.items);

test('takes steps from the catalogue: required, or conditional where a condition is named', () => {
  expect(itemsOf(['T1', 'T3', 'T9'])).toMatchObject([
    { id: 'T1', need: 'required', condition: null, hints: [], evidence: null },
    { id: 'T3', need: 'conditional', condition: 'It rains', hints: ['Take a coat.'] },
    { id: 'T9', need: 'optional' },
  ]);
});

test('a scenario may say a step differently', () => {
  expect(itemsOf([{ step: 'T1', doneWhen: 'Really gone.', evidence: 'bench.started' }])).toMatchObject([
    { title: 'Go', doneWhen: 'Really gone.', evidence: 'bench.started' },
  ]);
});

test('refuses a step that the catalogue lacks, one named twice, and an unknown fact', () => {
  expect(() => itemsOf(['T2'])).toThrow('T2, which the steps lack');
  expect(() => itemsOf(['T1', { step: 'T1' }])).toThrow('T1 twice');
  expect(() => itemsOf([{ step: 'T1', evidence: 'moon.full' }])).toThrow();
});
