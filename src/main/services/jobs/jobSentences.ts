import type { TroubleRow } from '../../store/jobList.ts';
import type { StoredJob } from '../../store/jobRow.ts';

/** What keeps changes from reaching Microsoft, as one sentence for each reason. */
export function troubleSentence({ explanation, changes, devices }: TroubleRow, job: StoredJob | null): string {
  const many = `${changes.toLocaleString('en-US')} changes of ${devices === 1 ? 'one device' : `${devices.toLocaleString('en-US')} devices`}`;
  return `${job?.sentence ?? many}: ${explanation ?? 'It failed; look into the log file.'}`;
}
