import { expect, test } from 'vitest';
import { corporateIdentifierOf } from '../../../src/shared/identifiers/corporateIdentifier.ts';
import { refusalWords } from '../../../src/shared/jobs/refusal.ts';

const device = { manufacturer: ' Dell Inc. ', model: 'Latitude 5540', serialNumber: 'ABC1234' };

test('the three values go as Windows reports them, periods included, without outer blanks', () => {
  expect(corporateIdentifierOf(device)).toEqual({
    state: 'ready',
    identifier: { manufacturer: 'Dell Inc.', model: 'Latitude 5540', serialNumber: 'ABC1234' },
  });
});

test.each([
  ['no manufacturer', { manufacturer: null }, 'needs manufacturer, model'],
  ['a blank model', { model: '  ' }, 'needs manufacturer, model'],
  ['a comma, which no identifier can hold', { model: 'Slate 13, Gen 2' }, '“Slate 13, Gen 2” holds a comma'],
])('%s is refused with a reason', (_, change, reason) => {
  const reading = corporateIdentifierOf({ ...device, ...change });
  expect(reading.state === 'refused' && refusalWords(reading.refusal)).toContain(reason);
});
