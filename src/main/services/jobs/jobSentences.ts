import type { StoredJob } from '../../store/jobStore.ts';

/** What keeps changes from reaching Microsoft, one sentence for each reason, the most frequent first. */
export function problemSentences(jobs: readonly StoredJob[]): string[] {
  const byReason = Map.groupBy(jobs, ({ explanation }) => explanation ?? 'It failed; look into the log file.');
  return [...byReason]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([reason, alike]) => `${subjectOf(alike)}: ${reason}`);
}

function subjectOf(alike: readonly StoredJob[]): string {
  const [first] = alike;
  if (first !== undefined && alike.length === 1) return first.sentence;
  const devices = new Set(alike.map(({ deviceId }) => deviceId)).size;
  return `${alike.length} changes of ${devices === 1 ? 'one device' : `${devices} devices`}`;
}
