import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corporateIdentifierOf } from '../../../src/shared/identifiers/corporateIdentifier.ts';
import { identifierChangeWords } from '../../../src/shared/identifiers/identifierWords.ts';
import { targets } from '../../../src/shared/intake/targetFiles.ts';
import { refusalWords } from '../../../src/shared/jobs/refusal.ts';
import { wordsOf } from '../../../src/shared/words/catalogue.ts';
import { beginsFormula } from '../../../src/shared/intake/formula.ts';

const device = { manufacturer: 'Dell Inc.', model: 'Latitude 15.6', serialNumber: 'ABC1234' };
const rest = { productKeyId: null, groupTag: null, assignedUser: null, hardwareHash: null };

test('manufacturer and model go as Windows reports them, periods included', () => {
  expect(corporateIdentifierOf(device)).toEqual({ state: 'ready', identifier: device, changes: [] });
});

test('only the serial number loses its periods, and that is said', () => {
  const reading = corporateIdentifierOf({ ...device, manufacturer: ' Dell Inc. ', serialNumber: 'FB.0001.24' });
  expect(reading).toMatchObject({ identifier: { ...device, serialNumber: 'FB000124' } });
  const told = reading.state === 'ready' ? reading.changes : [];
  expect(told.map((change) => wordsOf(identifierChangeWords, change.code, change))).toEqual([
    'The manufacturer “ Dell Inc. ” goes out as “Dell Inc.”: without the blanks.',
    'The serial number “FB.0001.24” goes out as “FB000124”: Microsoft wants no periods in it.',
  ]);
});

test.each([
  ['no manufacturer', { manufacturer: null }, 'needs manufacturer, model'],
  ['a blank model', { model: '  ' }, 'needs manufacturer, model'],
  ['a serial number of periods', { serialNumber: '...' }, 'needs manufacturer, model'],
  ['a comma, which no identifier can hold', { model: 'Slate 13, Gen 2' }, '“Slate 13, Gen 2” holds a comma'],
  ['a quotation mark', { model: 'Slate 13"' }, '“Slate 13"” holds a quotation mark'],
  ['a character that the file cannot hold', { model: 'Łódź' }, '“Łódź” holds “Ł”'],
])('%s is refused with a reason', (_, change, reason) => {
  const reading = corporateIdentifierOf({ ...device, ...change });
  expect(reading.state === 'refused' && refusalWords(reading.refusal)).toContain(reason);
});

const value = fc.option(
  fc.oneof(
    fc.string({ unit: fc.constantFrom('A', 'b', '1', '.', ',', ' ', '"', '\n', 'ü', 'Ł', '-'), maxLength: 8 }),
    fc.string(),
  ),
);

test('what the file says of a device is what the upload sends of it, or neither says anything; a formula may only be sent', () => {
  fc.assert(
    fc.property(fc.record({ manufacturer: value, model: value, serialNumber: value }), (any) => {
      const upload = corporateIdentifierOf(any);
      const file = targets['corporate-identifiers'].rowOf({ ...any, ...rest });
      if (upload.state === 'refused') {
        expect(file).toEqual({ state: 'refused', reason: refusalWords(upload.refusal) });
        return;
      }
      const { manufacturer, model, serialNumber } = upload.identifier;
      if ([manufacturer, model, serialNumber].some(beginsFormula)) {
        expect(file.state).toBe('refused');
        return;
      }
      expect(file).toEqual({ state: 'written', values: [manufacturer, model, serialNumber], notes: upload.changes });
    }),
  );
});

test('every value that leaves otherwise is named, and no other', () => {
  fc.assert(
    fc.property(fc.record({ manufacturer: value, model: value, serialNumber: value }), (any) => {
      const reading = corporateIdentifierOf(any);
      if (reading.state === 'refused') return;
      const fields = ['manufacturer', 'model', 'serialNumber'] as const;
      const differing = fields.filter((field) => reading.identifier[field] !== any[field]);
      expect(reading.changes.map(({ field }) => field)).toEqual(differing);
    }),
  );
});
