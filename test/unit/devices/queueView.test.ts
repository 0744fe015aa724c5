import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceSort, everyDevice } from '../../../src/shared/devices/deviceFilter.ts';
import { queueColumn } from '../../../src/shared/devices/queueColumn.ts';
import { looksAlike, namedView, queueView, withView, type QueueView } from '../../../src/shared/devices/queueView.ts';

const view: QueueView = {
  id: '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11',
  name: 'Kiosks',
  filter: { ...everyDevice, groupTags: ['Kiosk', 'Lab'] },
  sort: 'model',
  descending: false,
  columns: null,
};
const other = { ...view, id: '5a0c3b1e-9d6f-4d0a-8a53-7c1a8a2d4f10', name: 'Kiosks 10' };

test('whatever view there is, it is the same after it was written and read', () => {
  const views = fc.record({
    id: fc.uuid({ version: 4 }),
    name: fc.string({ minLength: 1, maxLength: 60 }).filter((name) => name.trim() === name && name !== ''),
    filter: fc.record({
      search: fc.string({ maxLength: 50 }),
      groupTags: fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 }),
      isAssigned: fc.option(fc.boolean(), { nil: undefined }),
      createdFrom: fc.constantFrom(undefined, '2026-02-28'),
    }),
    sort: fc.constantFrom(...deviceSort.options),
    descending: fc.boolean(),
    columns: fc.option(fc.uniqueArray(fc.constantFrom(...queueColumn.options), { minLength: 1 })),
  });
  fc.assert(
    fc.property(views, (made) => {
      const read = queueView.parse(made);
      const again = queueView.parse(JSON.parse(JSON.stringify(read)));
      expect(looksAlike(again, read)).toBe(true);
      expect([again.id, again.name]).toEqual([read.id, read.name]);
    }),
  );
});

test('a view of no name, of an unknown order or with a column twice is none', () => {
  expect(queueView.safeParse({ ...view, name: ' ' }).success).toBe(false);
  expect(queueView.safeParse({ ...view, sort: 'colour' }).success).toBe(false);
  expect(queueView.safeParse({ ...view, columns: ['model', 'model'] }).success).toBe(false);
});

test('two views look alike whatever they are called and in whatever order their conditions were chosen', () => {
  const turned = { ...everyDevice, groupTags: ['Lab', 'Kiosk'], batchId: undefined };
  expect(looksAlike(view, { ...other, filter: turned })).toBe(true);
});

test.each<[string, Partial<QueueView>]>([
  ['another filter', { filter: { ...view.filter, isAssigned: false } }],
  ['one filter less', { filter: everyDevice }],
  ['another search', { filter: { ...view.filter, search: 'ada' } }],
  ['another order', { sort: 'shelf' }],
  ['the order turned', { descending: true }],
  ['columns of its own', { columns: ['model'] }],
])('%s is another view', (_, change) => {
  expect(looksAlike(view, { ...view, ...change })).toBe(false);
});

test('columns in another order are another view', () => {
  expect(looksAlike({ ...view, columns: ['model', 'shelf'] }, { ...view, columns: ['shelf', 'model'] })).toBe(false);
});

test('a view is found by its name whatever the case, and views stand by name, numbers as numbers', () => {
  const two = { ...view, id: 'e1b0e5c0-3a43-4b55-9f44-2f1d3b0c7a21', name: 'Kiosks 2' };
  const views = withView(withView([other], two), view);
  expect(views.map(({ name }) => name)).toEqual(['Kiosks', 'Kiosks 2', 'Kiosks 10']);
  expect(namedView(views, ' kiosks 2 ')).toBe(two);
  expect(namedView(views, 'Kiosk')).toBeNull();
  expect(withView(views, { ...two, name: 'A' })).toHaveLength(3);
});
