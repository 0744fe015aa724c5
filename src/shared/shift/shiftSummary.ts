import { z } from 'zod';
import { failureCause } from './failureCauses.ts';
import { shiftTotals } from './shiftTotals.ts';
import { stockBand } from './stockWeeks.ts';

const count = z.int().min(0);

/** What was done in a span of time, and how things stand now. */
export const shiftSummary = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** How many hours each part has. */
  partHours: z.int().positive(),
  totals: shiftTotals,
  parts: z.array(z.object({ at: z.iso.datetime(), totals: shiftTotals })),
  technicians: z.array(z.object({ technician: z.string(), totals: shiftTotals })),
  /** Their failures together are `totals.failed`. */
  causes: z.array(failureCause),
  /** As it is at the moment of asking, whatever the span. */
  now: z.object({
    at: z.iso.datetime(),
    running: count,
    /** Running longer than they may; of the two hundred that run longest at most. */
    overdue: count,
    failed: count,
    /** Succeeded and not resealed. */
    toReseal: count,
    /** Resealed and not shipped. */
    toShip: count,
    /** Changes for Microsoft that have not got there: they go on by themselves. */
    waitingJobs: count,
    /** Those that have been given up: a person must see to them. */
    failedJobs: count,
    stock: z.array(stockBand),
  }),
});
export type ShiftSummary = z.infer<typeof shiftSummary>;
