import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { loadTemplates } from '../../../src/main/services/checklists/loadTemplates.ts';
import { itemsOf } from '../../../src/shared/checklists/items.ts';
import { caseWords } from '../../../src/shared/checklists/listCase.ts';
import { loadKnowledge } from '../../../src/shared/knowledge/loadKnowledge.ts';
import { pageOfLine, seed } from '../../fixtures/seedLines.ts';
import { frozenStepIds } from './frozenStepIds.ts';

const { pages } = await loadKnowledge();
const templates = loadTemplates(join(projectRoot, 'resources'));
const stepsOf = templates.flatMap(({ id, blocks }) =>
  blocks.flatMap(({ items }) => items.map((item) => ({ list: id, item }))),
);

describe('the checklists that ship with Reseal', () => {
  test('keep the ids of their steps: a mark that stands on a sheet means the same for good', () => {
    const steps = new Set(stepsOf.map(({ item }) => item.id));
    expect([...steps].toSorted()).toEqual(frozenStepIds.toSorted());
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
  });

  test('begin with what the bench does all day, and every scenario and chore has one', () => {
    expect(templates.map(({ id }) => id)).toEqual([
      'pre-provisioning-entra',
      'pre-provisioning-hybrid',
      'user-driven-entra',
      'user-driven-hybrid',
      'self-deploying',
      'device-preparation',
      'existing-devices',
      'hololens',
      'register-by-file',
      'register-by-maker',
      'register-by-partner',
      'register-by-profile',
      'fix-pending',
      'replace-mainboard',
      'replace-part',
      'deregister-by-it',
      'deregister-by-maker',
      'deregister-by-partner',
      'refurbish',
      'reset-local',
      'reset-remote',
      'return-of-lease',
      'bitlocker',
      'consent-maker',
      'consent-partner',
      'dfci',
    ]);
  });

  test('name a page for every list and every step', () => {
    const titles = new Set(Object.values(pages).map(({ title }) => `${title} (Microsoft Learn)`));
    expect(templates.filter(({ source }) => !titles.has(source)).map(({ id }) => id)).toEqual([]);
    for (const { list, item } of stepsOf) {
      for (const { page } of item.sources)
        expect([list, item.id, page, page in pages]).toEqual([list, item.id, page, true]);
      expect([list, item.id, item.sources.length > 0]).toEqual([list, item.id, true]);
    }
  });

  test.skipIf(seed === null)('name lines that stand in these pages (skipped where ../shared/seed is not there)', () => {
    for (const { list, item } of stepsOf) {
      for (const { page, line } of item.sources) {
        if (line === undefined) continue;
        expect([list, item.id, line, pageOfLine(line)]).toEqual([list, item.id, line, pages[page]?.title]);
      }
    }
  });

  test('say every step whole', () => {
    for (const { list, item } of stepsOf) {
      const { title, where, doneWhen, hints, who } = item;
      expect([list, item.id, title]).toEqual([list, item.id, expect.stringMatching(/^[^a-z].+[^.]$/)]);
      expect(who.length).toBeGreaterThan(0);
      expect(where).not.toBe('');
      for (const said of [doneWhen, ...hints.map((hint) => (typeof hint === 'string' ? hint : hint.says))]) {
        expect([list, item.id, said]).toEqual([list, item.id, expect.stringMatching(/^[^a-z].*[.?]$/u)]);
      }
    }
  });

  test('let no single device tick what is done once for the tenant', () => {
    const shared = templates.flatMap(({ blocks }) => blocks.filter(({ scope }) => scope === 'tenant'));
    for (const { evidence } of shared.flatMap(({ items }) => items)) expect(evidence).toBeNull();
  });

  test('leave no placeholder and no empty line in any combination of Windows, network, user and maker', () => {
    const options = fc.record({
      windows: fc.constantFrom('10' as const, '11' as const, null),
      network: fc.constantFrom('cable' as const, 'wifi' as const, null),
      user: fc.constantFrom('with' as const, 'without' as const, null),
      maker: fc.constantFrom('Dell Inc.', 'LENOVO', 'Framework', 'Panasonic', null),
    });
    fc.assert(
      fc.property(fc.constantFrom(...templates), options, (template, chosen) => {
        const items = itemsOf(template, [], new Map(), chosen);
        expect(items.length).toBeGreaterThan(0);
        for (const { title, where, doneWhen, hints, condition, commands } of items) {
          const texts = [title, where, doneWhen, ...hints, ...commands, ...(condition === null ? [] : [condition])];
          for (const text of texts) expect(text).toMatch(/^[^{}]+$/);
          expect(new Set(hints).size).toBe(hints.length);
        }
      }),
    );
  });

  test('name a case only where it is not known', () => {
    const preProvisioning = templates[0];
    if (preProvisioning === undefined) throw new Error('No checklist.');
    const hintsOf = (windows: '10' | '11' | null) =>
      itemsOf(preProvisioning, [], new Map(), { windows, network: null, user: null, maker: null }).find(
        ({ id }) => id === 'T6',
      )?.hints;
    expect(hintsOf('11')).toEqual(['Pre-provision with Windows Autopilot, then Next.']);
    expect(hintsOf('10')).toEqual(['Windows Autopilot provisioning, then Continue.']);
    expect(hintsOf(null)).toEqual([
      'Windows 11: Pre-provision with Windows Autopilot, then Next.',
      'Windows 10: Windows Autopilot provisioning, then Continue.',
    ]);
    expect(caseWords({ network: 'wifi', user: 'with' })).toBe('By Wi-Fi, with a user');
  });
});
