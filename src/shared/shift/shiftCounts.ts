import { z } from 'zod';
import { benchPhase } from '../bench/benchPhase.ts';
import { benchStep } from '../bench/benchStep.ts';

/** Acts at the bench that are alike: the same step by the same technician in the same part of the span. */
export const actCount = z.object({
  step: benchStep,
  technician: z.string(),
  /** Which part of the span, from 0. */
  part: z.int().min(0),
  acts: z.int().positive(),
});
export type ActCount = z.infer<typeof actCount>;

/** Failures that are alike: the code as it was typed, and the phase where somebody said it. */
export const failureCount = z.object({
  errorCode: z.string().nullable(),
  phase: benchPhase.nullable(),
  acts: z.int().positive(),
});
export type FailureCount = z.infer<typeof failureCount>;

/** Resealed devices whose technician flow ended on one day, UTC. */
export const stockCount = z.object({
  day: z.iso.date(),
  where: z.enum(['here', 'shipped']),
  devices: z.int().positive(),
});
export type StockCount = z.infer<typeof stockCount>;
