import { activityText } from '../../text/jobs.ts';
import { formatter } from '../../text/formatter.ts';
import { useNow } from '../../ui/useNow.ts';

const SECOND_MS = 1_000;

/** Counts down to the next try. */
export function NextAttempt({ at }: { readonly at: string }) {
  const leftMs = new Date(at).getTime() - useNow(SECOND_MS).getTime();
  return leftMs > 0 && <span>{activityText.nextIn(formatter.stopwatch(leftMs))}</span>;
}
