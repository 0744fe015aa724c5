import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import type { TroubleRow } from '../../store/jobList.ts';
import type { StoredJob } from '../../store/jobRow.ts';

/** What keeps changes from reaching Microsoft, as one sentence for each reason. */
export function troubleSentence({ explanation, changes, devices }: TroubleRow, job: StoredJob | null): string {
  const many = `${neutralFormatter.count(changes, 'change', 'changes')} of ${devices === 1 ? 'one device' : neutralFormatter.count(devices, 'device', 'devices')}`;
  return `${job?.sentence ?? many}: ${explanation ?? 'It failed; look into the log file.'}`;
}
