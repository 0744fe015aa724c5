import type { StoredJob } from '../../store/jobRow.ts';
import type { ServiceContext } from '../serviceContext.ts';
import type { JobSteering } from './jobSteering.ts';

/** Makes a job that waits or was given up due now. Belongs in a transaction. False where there is nothing to retry. */
export function retryJob(
  { devices, jobs }: Pick<ServiceContext, 'devices' | 'jobs'>,
  steering: JobSteering | undefined,
  job: StoredJob,
): boolean {
  if (!jobs.retry(job.id)) return false;
  const device = job.state === 'failed' ? devices.get(job.deviceId ?? '') : null;
  if (device !== null) steering?.retried?.(job, device);
  return true;
}
