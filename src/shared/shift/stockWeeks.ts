import { z } from 'zod';
import { mustBeUsedBy } from '../bench/userFlowWindowOf.ts';
import type { StockCount } from './shiftCounts.ts';

const DAY_MS = 86_400_000;
/** In whole weeks. A band begins where the one before it ends; the last has no end. */
const BANDS = [0, 2, 4, 8, 13] as const;

/** Resealed devices that wait for their user, by the time that is left of their six months. */
export const stockBand = z.object({
  /** Whole weeks that are left at least; null: the time is over. */
  fromWeeks: z.int().min(0).nullable(),
  /** Fewer weeks than this are left; null: no end. */
  toWeeks: z.int().min(0).nullable(),
  here: z.int().min(0),
  shipped: z.int().min(0),
});
export type StockBand = z.infer<typeof stockBand>;

/** Sorts the stock by the weeks left: what is over first. A day counts from its first moment, so never as too long. */
export function stockBandsOf(counts: readonly StockCount[], now: Date): StockBand[] {
  const bands = [
    { fromWeeks: null, toWeeks: 0, here: 0, shipped: 0 },
    ...BANDS.map((fromWeeks, index) => ({ fromWeeks, toWeeks: BANDS[index + 1] ?? null, here: 0, shipped: 0 })),
  ];
  for (const { day, where, devices } of counts) {
    const weeks = Math.floor((mustBeUsedBy(new Date(day)).getTime() - now.getTime()) / (7 * DAY_MS));
    const band = bands.find(({ toWeeks }) => toWeeks === null || weeks < toWeeks);
    if (band !== undefined) band[where] += devices;
  }
  return bands;
}

/** The weeks of a band in words. */
export function stockBandWords({ fromWeeks, toWeeks }: StockBand): string {
  if (fromWeeks === null) return 'Over';
  if (toWeeks === null) return `${String(fromWeeks)} weeks or more`;
  return fromWeeks === 0 ? `Less than ${String(toWeeks)} weeks` : `${String(fromWeeks)} to ${String(toWeeks)} weeks`;
}
