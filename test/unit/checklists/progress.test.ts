import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemState, type ChecklistItem } from '../../../src/shared/checklists/checklist.ts';
import { checklistProgressOf } from '../../../src/shared/checklists/progress.ts';

type Counted = Pick<ChecklistItem, 'id' | 'need' | 'state' | 'scope' | 'at'>;

const item = (id: string, change: Partial<Counted> = {}): Counted => ({
  id,
  need: 'required',
  state: 'open',
  scope: 'device',
  at: null,
  ...change,
});
const done = { state: 'done', at: '2026-11-22T10:00:00.000Z' } as const;

describe('how far a checklist is', () => {
  test('counts required items, and names the first open one as next', () => {
    expect(checklistProgressOf([item('T1', done), item('T2'), item('T3')])).toEqual({
      done: 1,
      required: 3,
      nextItemId: 'T2',
      completedAt: null,
    });
  });

  test('optional and conditional items count once they are done or failed', () => {
    expect(checklistProgressOf([item('T1', done), item('T3', { need: 'conditional' })])).toMatchObject({
      done: 1,
      required: 1,
    });
    expect(checklistProgressOf([item('T1', done), item('T3', { need: 'conditional', ...done })])).toMatchObject({
      required: 2,
    });
    expect(checklistProgressOf([item('T1', done), item('T9', { need: 'optional', state: 'failed' })])).toMatchObject({
      required: 2,
      nextItemId: 'T9',
      completedAt: null,
    });
  });

  test('a required item that is skipped is settled', () => {
    expect(
      checklistProgressOf([item('T1', { state: 'skipped', at: '2026-11-22T11:00:00.000Z' }), item('T2', done)]),
    ).toEqual({
      done: 2,
      required: 2,
      nextItemId: null,
      completedAt: '2026-11-22T11:00:00.000Z',
    });
  });

  test('what is done once for the tenant neither counts nor comes next', () => {
    expect(checklistProgressOf([item('A1', { scope: 'tenant' }), item('T1')])).toMatchObject({
      required: 1,
      nextItemId: 'T1',
    });
  });

  test('a checklist is complete exactly when nothing comes next', () => {
    const items = fc.array(
      fc.record({
        id: fc.uuid(),
        need: fc.constantFrom('required' as const, 'optional' as const, 'conditional' as const),
        state: fc.constantFrom(...itemState.options),
        scope: fc.constant('device' as const),
        at: fc.constant('2026-11-22T10:00:00.000Z'),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(items, (all) => {
        const { done: settled, required, nextItemId, completedAt } = checklistProgressOf(all);
        expect(settled).toBeLessThanOrEqual(required);
        expect(settled === required).toBe(nextItemId === null);
        if (required > 0) expect(completedAt === null).toBe(nextItemId !== null);
      }),
    );
  });
});
