import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { loadBoardGuide } from '../../../src/main/services/boards/loadBoardGuide.ts';
import { repairChecklist } from '../../../src/shared/boards/repairChecklist.ts';
import { fileOfTemplate, readOwnChecklist } from '../../../src/shared/checklists/ownChecklist.ts';

const guide = loadBoardGuide(join(projectRoot, 'resources'));
const listOf = (id: string) => {
  const found = guide.cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}.`);
  return repairChecklist(guide, found);
};
const stepsOf = (id: string) => listOf(id).blocks.flatMap(({ items }) => items);

test('every case of a repair is a checklist that can be begun: its steps have ids of their own', () => {
  const codes = Object.values(guide.steps).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const found of guide.cases) {
    expect(readOwnChecklist(fileOfTemplate(repairChecklist(guide, found)))).toMatchObject({ ok: true });
  }
});

test('the order is that of the case: a key in the image is registered after the reset, any other before', () => {
  const order = (id: string) => stepsOf(id).map(({ title }) => title);
  const indexOf = (id: string, beginning: string) => order(id).findIndex((title) => title.startsWith(beginning));
  expect(indexOf('key-in-image', 'Reset or install')).toBeLessThan(indexOf('key-in-image', 'Register the device'));
  expect(indexOf('card-on-board', 'Register the device')).toBeLessThan(indexOf('card-on-board', 'Reset the device'));
});

test('the caution of a case stands at its first step', () => {
  expect(stepsOf('no-tpm')[0]?.hints[0]).toContain('user-driven');
  expect(listOf('no-tpm').title).toBe('Repair: The new board has no TPM');
});
