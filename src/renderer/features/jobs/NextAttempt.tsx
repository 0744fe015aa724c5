import { activityText } from '../../text/jobs.ts';
import { stopwatch } from '../../ui/instantText.ts';
import { useNow } from '../../ui/useNow.ts';

const SECOND_MS = 1_000;

/** Counts down to the next try. */
export function NextAttempt({ at }: { readonly at: string }) {
  const leftMs = new Date(at).getTime() - useNow(SECOND_MS).getTime();
  return leftMs > 0 && <span>{activityText.nextIn(stopwatch(leftMs))}</span>;
}
