import type { StoredJob } from '../store/jobRow.ts';

/** Somebody who watches is told after so long that the network is away; the job itself waits on. */
const STUCK_OFFLINE_MS = 30_000;

/** Whether an unfinished job needs a person, the network, or something that no job brings about. */
export function isStuck(job: StoredJob, now: Date): boolean {
  if (job.state === 'leased') return false;
  if (job.waitsOn === 'person' || job.waitsFor !== null) return true;
  return job.offlineSince !== null && now.getTime() - Date.parse(job.offlineSince) > STUCK_OFFLINE_MS;
}
