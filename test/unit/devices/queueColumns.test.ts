import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  movedColumn,
  queueColumn,
  queueColumns,
  queueColumnTitles,
  usualColumns,
  withColumn,
} from '../../../src/shared/devices/queueColumn.ts';
import { fieldsOf, headOf, lineOf, plainColumns } from '../../../src/shared/devices/queueTable.ts';
import { deviceViewOf } from '../../../src/shared/devices/deviceViewOf.ts';
import { nothingBeside } from '../../rigs/besideDevice.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const some = fc.uniqueArray(fc.constantFrom(...queueColumn.options), { minLength: 1 });
const one = fc.constantFrom(...queueColumn.options);

test('a column is added at the end, and taken out; the last one stays', () => {
  expect(withColumn(['model'], 'shelf', true)).toEqual(['model', 'shelf']);
  expect(withColumn(['model', 'shelf'], 'model', false)).toEqual(['shelf']);
  expect(withColumn(['model'], 'model', false)).toEqual(['model']);
  expect(withColumn(['model'], 'model', true)).toEqual(['model']);
});

test('a column moves as far as the table goes', () => {
  expect(movedColumn(['serialNumber', 'model', 'shelf'], 'shelf', -1)).toEqual(['serialNumber', 'shelf', 'model']);
  expect(movedColumn(['serialNumber', 'model'], 'serialNumber', -1)).toEqual(['serialNumber', 'model']);
  expect(movedColumn(['serialNumber', 'model'], 'serialNumber', 5)).toEqual(['model', 'serialNumber']);
  expect(movedColumn(['serialNumber'], 'model', 1)).toEqual(['serialNumber']);
});

test('whatever is chosen and moved, there is a column, each stands once, and moving loses none', () => {
  fc.assert(
    fc.property(some, one, fc.boolean(), fc.integer({ min: -30, max: 30 }), (columns, column, isShown, by) => {
      expect(queueColumns.safeParse(withColumn(columns, column, isShown)).success).toBe(true);
      expect(movedColumn(columns, column, by).toSorted()).toEqual(columns.toSorted());
    }),
  );
});

test('the usual columns are columns, and no two are called the same', () => {
  expect(queueColumns.parse(usualColumns)).toEqual(usualColumns);
  expect(new Set(Object.values(queueColumnTitles)).size).toBe(queueColumn.options.length);
  expect(queueColumns.safeParse(['model', 'model']).success).toBe(false);
  expect(queueColumns.safeParse([]).success).toBe(false);
});

test('a file has a column for each of the five statuses, once, and head, line and fields agree', () => {
  const device = deviceViewOf(
    readyDevice({ serialNumber: 'S1', groupTag: 'Kiosk' }),
    nothingBeside,
    new Date('2026-11-22T12:00:00Z'),
  );
  const columns = ['bench', 'statuses', 'groupTag', 'serialNumber'] as const;
  expect(plainColumns(columns)).toEqual([
    'bench',
    'registration',
    'profile',
    'enrollment',
    'reseal',
    'groupTag',
    'serialNumber',
  ]);
  expect(headOf(columns)).toHaveLength(lineOf(device, columns).length);
  expect(lineOf(device, columns).slice(-2)).toEqual(['Kiosk', 'S1']);
  expect(fieldsOf(device, columns)).toMatchObject({
    bench: 'notStarted',
    registration: 'registered',
    groupTag: 'Kiosk',
  });
});
