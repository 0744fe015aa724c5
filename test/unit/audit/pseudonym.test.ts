import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressesIn, erasedPerson, withNames, withReplaced } from '../../../src/shared/audit/pseudonym.ts';
import { pseudonymOf } from '../../../src/main/store/digestOfText.ts';

const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const address = fc
  .tuple(fc.stringMatching(/^[a-z0-9][a-z0-9.'_+-]{0,10}[a-z0-9]$/), label, label)
  .map(([local, host, top]) => `${local}@${host}.${top}`);

test('every address in a text is found, whatever stands around it', () => {
  fc.assert(
    fc.property(
      address,
      fc.constantFrom('', ' ', '“', '(', '<', ': '),
      fc.constantFrom('', '.', '”', ')', ', ', ' x'),
      (one, before, after) => {
        expect(addressesIn(`Chose ${before}${one}${after}`)).toEqual([one]);
      },
    ),
  );
});

test('an address is replaced where it stands alone, and not within a longer one', () => {
  const text = 'ada@contoso.com, ADA@contoso.com. canada@contoso.com x.ada@contoso.com ada@contoso.com.au';
  expect(withReplaced(text, [['ada@contoso.com', 'p:0']])).toBe(
    'p:0, p:0. canada@contoso.com x.ada@contoso.com ada@contoso.com.au',
  );
});

test('a name is replaced where a file is called by it, and another address is not', () => {
  const names = [
    ['Ada Lovelace', 'p:0'],
    ['ada@contoso.com', 'p:1'],
  ] as const;
  expect(withReplaced('Ada Lovelace.log, ada@contoso.com.zip, ada lovelace.CSV', names)).toBe(
    'p:0.log, p:1.zip, p:0.CSV',
  );
  expect(withReplaced('ada@contoso.com.pl Ada Lovelace.logistics', names)).toBe(
    'ada@contoso.com.pl Ada Lovelace.logistics',
  );
});

test('a pseudonym is shown by its name, and where that is gone, as somebody who was erased', () => {
  fc.assert(
    fc.property(address, (one) => {
      const mark = pseudonymOf('00'.repeat(32), one);
      expect(mark).toMatch(/^p:[0-9a-f]{16}$/);
      expect(withNames(`Chose ${mark}.`, () => one)).toBe(`Chose ${one}.`);
      expect(withNames(`Chose ${mark}.`, () => null)).toBe(`Chose ${erasedPerson}.`);
    }),
  );
});
