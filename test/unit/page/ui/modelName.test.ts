import { expect, test } from 'vitest';
import { modelName } from '../../../../src/renderer/ui/modelName.ts';

test.each([
  ['HP', 'HP EliteBook 650', 'HP EliteBook 650'],
  ['LENOVO', 'ThinkPad T14 Gen 4', 'LENOVO ThinkPad T14 Gen 4'],
  ['Dell Inc.', 'Latitude 7450', 'Dell Latitude 7450'],
  ['Microsoft Corporation', 'Microsoft Surface Laptop 6', 'Microsoft Surface Laptop 6'],
  [null, 'Latitude 7450', 'Latitude 7450'],
  ['HP', null, 'HP'],
  [null, null, '—'],
])('a %s %s is called %s', (manufacturer, model, name) => {
  expect(modelName({ manufacturer, model })).toBe(name);
});
