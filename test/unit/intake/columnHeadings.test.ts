import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, intakeColumnOf } from '../../../src/shared/intake/columnHeadings.ts';

const spelled = (...names: string[]) =>
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom('', ' ', '_', '-'), fc.boolean())
    .map(([name, between, isLarge]) => {
      const text = name.replaceAll(' ', between);
      return isLarge ? text.toUpperCase() : text;
    });
const orders = spelled('Purchase Order', 'Purchase Order Identifier', 'Purchase Order ID', 'Purchase Order Number');

test('a purchase order is never the group tag, however it is written', () => {
  fc.assert(
    fc.property(orders, fc.option(spelled('Group Tag', 'Order ID', 'Tag')), (order, tag) => {
      expect(intakeColumnOf(order)).toBe('purchaseOrder');
      const header = ['Serial', order, ...(tag === null ? [] : [tag])];
      expect(columnsOf(header)).toEqual(['serialNumber', 'purchaseOrder', ...(tag === null ? [] : ['groupTag'])]);
    }),
  );
});

test.each([
  [
    ['Serial', 'Tag'],
    ['serialNumber', 'groupTag'],
  ],
  [
    ['Serial', 'Order ID'],
    ['serialNumber', 'groupTag'],
  ],
  [
    ['Tag', 'Group Tag'],
    ['ignore', 'groupTag'],
  ],
  [
    ['Order ID', 'Group Tag'],
    ['ignore', 'groupTag'],
  ],
  [
    ['Tag', 'Order ID'],
    ['groupTag', 'ignore'],
  ],
  [
    ['Asset Tag', 'Serial'],
    ['ignore', 'serialNumber'],
  ],
])('%j are %j: other names stand back behind the usual one', (header, columns) => {
  expect(columnsOf(header)).toEqual(columns);
});
