import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benchPhase } from '../../../src/shared/bench/benchPhase.ts';
import { benchStep } from '../../../src/shared/bench/benchStep.ts';
import { causesOf, causeWords } from '../../../src/shared/shift/failureCauses.ts';
import { partHoursOf, partsOf } from '../../../src/shared/shift/shiftSpan.ts';
import { byPart, byTechnician, totalsOf, type ShiftTotals } from '../../../src/shared/shift/shiftTotals.ts';

const span = { from: '2026-11-17T06:00:00.000Z', to: '2026-11-17T14:32:00.000Z' };
const acts = fc.array(
  fc.record({
    step: fc.constantFrom(...benchStep.options),
    technician: fc.constantFrom('JB', 'MK', 'TT', '—'),
    part: fc.integer({ min: 0, max: 8 }),
    acts: fc.integer({ min: 1, max: 500 }),
  }),
);
const names = ['started', 'succeeded', 'failed', 'finished', 'resealed', 'shipped'] as const;
const sum = (totals: readonly ShiftTotals[], name: (typeof names)[number]) =>
  totals.reduce((all, one) => all + one[name], 0);

test('what each technician did, and what was done in each hour, adds up to what was done', () => {
  fc.assert(
    fc.property(acts, (counts) => {
      const totals = totalsOf(counts);
      for (const name of names) {
        expect(
          sum(
            byTechnician(counts).map((one) => one.totals),
            name,
          ),
        ).toBe(totals[name]);
        expect(
          sum(
            byPart(counts, span).map((one) => one.totals),
            name,
          ),
        ).toBe(totals[name]);
      }
      expect(totals.succeeded + totals.failed).toBe(totals.finished);
    }),
  );
});

test('every hour of the span is there, also those in which nothing was done, and the last one is cut off', () => {
  expect(byPart([], span).map(({ at }) => at)).toHaveLength(9);
  expect(partsOf(span).at(-1)).toEqual({ from: '2026-11-17T14:00:00.000Z', to: span.to });
});

test('a span longer than a day is told by days', () => {
  const week = { from: '2026-11-10T00:00:00.000Z', to: '2026-11-17T00:00:00.000Z' };
  expect(partHoursOf(week)).toBe(24);
  expect(partsOf(week)).toHaveLength(7);
});

test('who finished most comes first', () => {
  const counts = [
    { step: 'success' as const, technician: 'MK', part: 0, acts: 1 },
    { step: 'failure' as const, technician: 'JB', part: 0, acts: 2 },
  ];
  expect(byTechnician(counts).map(({ technician }) => technician)).toEqual(['JB', 'MK']);
});

test('a code is one cause however it was typed, and one that nobody knows stands as it came', () => {
  const causes = causesOf([
    { errorCode: '0x800705B4', phase: 'deviceSetup', acts: 2 },
    { errorCode: ' 800705b4', phase: null, acts: 1 },
    { errorCode: '0xDEADBEEF', phase: null, acts: 1 },
    { errorCode: null, phase: 'deviceSetup', acts: 1 },
    { errorCode: '', phase: null, acts: 1 },
  ]);
  expect(causes.map((cause) => [causeWords(cause), cause.failures])).toEqual([
    ['Timeout', 3],
    ['0xDEADBEEF', 1],
    ['Device setup, no code told', 1],
    ['No code told', 1],
  ]);
});

test('no failure is lost between the causes', () => {
  const failures = fc.array(
    fc.record({
      errorCode: fc.option(fc.oneof(fc.string(), fc.constantFrom('0x800705b4', '80180014'))),
      phase: fc.option(fc.constantFrom(...benchPhase.options)),
      acts: fc.integer({ min: 1, max: 50 }),
    }),
  );
  fc.assert(
    fc.property(failures, (counts) => {
      const told = causesOf(counts).reduce((all, cause) => all + cause.failures, 0);
      expect(told).toBe(counts.reduce((all, one) => all + one.acts, 0));
    }),
  );
});
