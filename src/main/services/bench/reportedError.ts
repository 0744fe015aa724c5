import { benchErrorText, findBenchError } from '../../../shared/bench/benchErrors.ts';
import type { ReportedError } from '../../../shared/devices/device.ts';

/** The error that a failure screen named, with what is known of it; an unknown code stands as it was typed. */
export function reportedErrorOf(code: string | null): ReportedError {
  const typed = code?.trim() ?? '';
  if (typed === '') return { code: null, name: null, message: null };
  const known = findBenchError(typed);
  return known === null
    ? { code: typed, name: null, message: null }
    : { code: known.code, name: known.name, message: benchErrorText(known) };
}
