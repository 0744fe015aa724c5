import { z } from 'zod';
import { findBenchError } from '../bench/benchErrors.ts';
import { benchPhase, benchPhaseWords } from '../bench/benchPhase.ts';
import type { FailureCount } from './shiftCounts.ts';

/** Why technician flows failed: a code, or the phase where nobody told one. */
export const failureCause = z.object({
  /** As Windows prints it, or as it was typed where it is not known. */
  code: z.string().nullable(),
  /** What the code is called; null where it is not known. */
  name: z.string().nullable(),
  /** Told only where there is no code. */
  phase: benchPhase.nullable(),
  failures: z.int().positive(),
});
export type FailureCause = z.infer<typeof failureCause>;

/** Failures by cause, however a code was typed; the most frequent first. */
export function causesOf(counts: readonly FailureCount[]): FailureCause[] {
  const causes = new Map<string, FailureCause>();
  for (const { errorCode, phase, acts } of counts) {
    const typed = errorCode?.trim() ?? '';
    const known = typed === '' ? null : findBenchError(typed);
    const code = known?.code ?? (typed === '' ? null : typed);
    const cause = { code, name: known?.name ?? null, phase: code === null ? phase : null };
    const key = JSON.stringify(cause);
    causes.set(key, { ...cause, failures: (causes.get(key)?.failures ?? 0) + acts });
  }
  return [...causes.values()].toSorted((one, other) => other.failures - one.failures);
}

/** A cause in a few words. */
export function causeWords({ code, name, phase }: FailureCause): string {
  return name ?? code ?? (phase === null ? 'No code told' : `${benchPhaseWords[phase]}, no code told`);
}
