import type { StoredJob } from '../../store/jobRow.ts';
import type { ServiceContext } from '../serviceContext.ts';
import type { JobSteering } from './jobSteering.ts';

/**
 * Cancels a job that is not running, and takes back what it stood for. Belongs in a transaction. False where it cannot be
 * cancelled any more.
 */
export function cancelJob(
  { devices, jobs }: Pick<ServiceContext, 'devices' | 'jobs'>,
  steering: JobSteering | undefined,
  job: StoredJob,
): boolean {
  if (steering?.canCancel?.(job) === false) return false;
  if (!jobs.cancel(job.id, { code: 'jobs.cancelledByHand' })) return false;
  const device = devices.get(job.deviceId ?? '');
  if (device !== null) steering?.cancelled?.(job, device);
  return true;
}
