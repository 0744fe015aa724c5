import { z } from 'zod';
import { benchPhase } from './benchPhase.ts';

/**
 * One technician flow on one device, from its start to its result screen. A retry is a run of its own. One whose start nobody
 * recorded is known by its end only.
 */
export const benchRun = z.object({
  id: z.uuid(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  result: z.enum(['succeeded', 'failed']).nullable(),
  /** The elapsed time that the result screen showed. */
  elapsedMs: z.number().int().nullable(),
  /** As the technician typed it. */
  errorCode: z.string().nullable(),
  /** The phase in which it failed; null where nobody said. */
  phase: benchPhase.nullable(),
  /** Why a start went ahead against the go gate; null where the gate was open. */
  overrideReason: z.string().nullable(),
  technician: z.string(),
});
export type BenchRun = z.infer<typeof benchRun>;
