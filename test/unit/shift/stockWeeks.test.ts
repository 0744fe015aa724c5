import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stockBandsOf, stockBandWords } from '../../../src/shared/shift/stockWeeks.ts';

const now = new Date('2026-11-22T12:00:00.000Z');

test('devices are sorted by the weeks that are left of their six months, and what is over is told first', () => {
  const bands = stockBandsOf(
    [
      { day: '2026-05-20', where: 'here', devices: 1 },
      { day: '2026-06-01', where: 'shipped', devices: 2 },
      { day: '2026-06-10', where: 'here', devices: 3 },
      { day: '2026-11-22', where: 'here', devices: 4 },
    ],
    now,
  );
  expect(bands.map((band) => [stockBandWords(band), band.here, band.shipped])).toEqual([
    ['Over', 1, 0],
    ['Less than 2 weeks', 0, 2],
    ['2 to 4 weeks', 3, 0],
    ['4 to 8 weeks', 0, 0],
    ['8 to 13 weeks', 0, 0],
    ['13 weeks or more', 4, 0],
  ]);
});

test('every device is in one band', () => {
  const days = fc.integer({ min: -400, max: 400 }).map((days) => {
    const day = new Date(now.getTime() + days * 86_400_000);
    return day.toISOString().slice(0, 10);
  });
  const counts = fc.array(
    fc.record({ day: days, where: fc.constantFrom('here', 'shipped'), devices: fc.integer({ min: 1, max: 99 }) }),
  );
  fc.assert(
    fc.property(counts, (stock) => {
      const all = stockBandsOf(stock, now).reduce((sum, { here, shipped }) => sum + here + shipped, 0);
      expect(all).toBe(stock.reduce((sum, { devices }) => sum + devices, 0));
    }),
  );
});
