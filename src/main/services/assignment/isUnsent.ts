import type { StoredJob } from '../../store/jobRow.ts';
import { changeProgressOf } from './changeProgress.ts';

/** Whether Microsoft has not been told of a change yet, so that it can be taken back without a trace. */
export function isUnsent(job: StoredJob): boolean {
  if (job.state !== 'waiting' && job.state !== 'retrying') return false;
  return job.step === 'send' && !changeProgressOf(job).isResent;
}
