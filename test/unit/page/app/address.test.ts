import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAddress, parseAddress, type Address } from '../../../../src/renderer/app/address.ts';

test.each<[string, Address]>([
  ['', { page: 'start' }],
  ['#/', { page: 'start' }],
  ['#/bench', { page: 'bench' }],
  ['#/wall', { page: 'wall' }],
  ['#/queue', { page: 'queue', batchId: null, step: null }],
  ['#/queue?step=reseal', { page: 'queue', batchId: null, step: 'reseal' }],
  ['#/queue?batch=b1&step=ship', { page: 'queue', batchId: 'b1', step: 'ship' }],
  ['#/device/d1', { page: 'device', id: 'd1' }],
  ['#/checklist/c1', { page: 'checklist', id: 'c1' }],
  ['#/device', { page: 'nowhere', text: '#/device' }],
  ['#/device/d1/more', { page: 'nowhere', text: '#/device/d1/more' }],
  ['#/elsewhere', { page: 'nowhere', text: '#/elsewhere' }],
  ['#/constructor', { page: 'nowhere', text: '#/constructor' }],
])('the address %j is understood', (fragment, address) => {
  expect(parseAddress(fragment)).toEqual(address);
});

test('every address of a device or a checklist comes back as it went out', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('device' as const, 'checklist' as const),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (page, id) => {
        expect(parseAddress(formatAddress({ page, id }))).toEqual({ page, id });
      },
    ),
  );
});

test('every address of the queue comes back as it went out', () => {
  const part = fc.option(fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(part, part, (batchId, step) => {
      const address = { page: 'queue', batchId, step } as const;
      expect(parseAddress(formatAddress(address))).toEqual(address);
    }),
  );
});

test('whatever stands in the address bar leads somewhere', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseAddress(`#${text}`).page).toBeTypeOf('string');
    }),
  );
});
