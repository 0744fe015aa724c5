import type { StoredJob } from '../../store/jobRow.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { REMOVAL } from '../removal/deregisterSteps.ts';
import { changeRegistration } from '../registration/registrationHistory.ts';

/**
 * Makes a job that waits or was given up due now. A removal that is taken up again is one under way: nothing else may be done
 * with its device meanwhile. Belongs in a transaction. False where there is nothing to retry.
 */
export function retryJob(context: MicrosoftContext, job: StoredJob): boolean {
  const { devices, jobs, who } = context;
  if (!jobs.retry(job.id)) return false;
  const device = job.kind === REMOVAL && job.state === 'failed' ? devices.get(job.deviceId ?? '') : null;
  if (device !== null && device.registration !== 'removing') {
    changeRegistration(context, device, 'removing', { sentence: 'The removal was retried.', source: who() });
  }
  return true;
}
