import { z } from 'zod';

/** A technician's act at the bench. */
export const benchStep = z.enum(['start', 'success', 'failure', 'reseal', 'ship', 'userFlowDone']);
export type BenchStep = z.infer<typeof benchStep>;
