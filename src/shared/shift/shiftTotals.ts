import { z } from 'zod';
import type { BenchStep } from '../bench/benchStep.ts';
import type { ActCount } from './shiftCounts.ts';
import { partsOf, type ShiftSpan } from './shiftSpan.ts';

const count = z.int().min(0);

/** How often each thing was done. `finished` is `succeeded` and `failed` together. */
export const shiftTotals = z.object({
  started: count,
  succeeded: count,
  failed: count,
  finished: count,
  resealed: count,
  shipped: count,
});
export type ShiftTotals = z.infer<typeof shiftTotals>;

const nameOf: Readonly<Record<BenchStep, Exclude<keyof ShiftTotals, 'finished'> | null>> = {
  start: 'started',
  success: 'succeeded',
  failure: 'failed',
  reseal: 'resealed',
  ship: 'shipped',
  // The user's part, which the bench only hears of.
  userFlowDone: null,
};

/** All of these acts together. */
export function totalsOf(counts: readonly ActCount[]): ShiftTotals {
  const totals = { started: 0, succeeded: 0, failed: 0, finished: 0, resealed: 0, shipped: 0 };
  for (const { step, acts } of counts) {
    const name = nameOf[step];
    if (name !== null) totals[name] += acts;
  }
  return { ...totals, finished: totals.succeeded + totals.failed };
}

/** The same for each technician, who finished most first. */
export function byTechnician(counts: readonly ActCount[]): { technician: string; totals: ShiftTotals }[] {
  return [...Map.groupBy(counts, ({ technician }) => technician)]
    .map(([technician, own]) => ({ technician, totals: totalsOf(own) }))
    .toSorted(
      (one, other) =>
        other.totals.finished - one.totals.finished || one.technician.localeCompare(other.technician, 'en'),
    );
}

/** The same for each part of the span, those in which nothing was done too. */
export function byPart(counts: readonly ActCount[], span: ShiftSpan): { at: string; totals: ShiftTotals }[] {
  const parts = Map.groupBy(counts, ({ part }) => part);
  return partsOf(span).map(({ from: at }, part) => ({ at, totals: totalsOf(parts.get(part) ?? []) }));
}
