import type { JobState } from '../../../shared/jobs/job.ts';
import { jobCountWords } from '../../text/jobs.ts';
import { formatter } from '../../text/formatter.ts';
import type { JobCounts } from './jobFilters.ts';

/**
 * In the order in which a person wants to know: finished first, then unfinished, and failures last, where they are
 * seen.
 */
const told: readonly JobState[] = ['done', 'leased', 'waiting', 'retrying', 'cancelled', 'failed'];
/** A batch has the first of these states that one of its jobs has: what is not over yet, then a refusal, then success. */
const outweighing: readonly JobState[] = ['leased', 'retrying', 'waiting', 'failed', 'done', 'cancelled'];

/** Where a batch stands as a whole. */
export function batchStateOf(counts: JobCounts): JobState {
  return outweighing.find((state) => counts[state] > 0) ?? 'cancelled';
}

/** “312 done, 180 waiting, 8 refused”: only what there is. */
export function countsSentence(counts: JobCounts): string {
  return told
    .filter((state) => counts[state] > 0)
    .map((state) => `${formatter.number(counts[state])} ${jobCountWords[state]}`)
    .join(', ');
}
