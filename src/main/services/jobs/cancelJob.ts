import type { StoredJob } from '../../store/jobRow.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { registrationWithout } from '../removal/deregisterSteps.ts';
import { progressOf } from '../registration/registerProgress.ts';
import { changeRegistration } from '../registration/registrationHistory.ts';

/**
 * Cancels a job that is not running, and takes back what it stood for where Microsoft has not heard of it yet. Belongs in a
 * transaction. False where it cannot be cancelled any more.
 */
export function cancelJob(context: MicrosoftContext, job: StoredJob): boolean {
  const { devices, jobs, who } = context;
  // The removal is queued at Microsoft's: it happens, watched or not.
  if (job.kind === 'deregister' && job.step === 'autopilotGone') return false;
  if (!jobs.cancel(job.id, 'Cancelled by hand.')) return false;
  const device = devices.get(job.deviceId ?? '');
  if (device === null) return true;
  const said = { sentence: `Cancelled: ${job.sentence}.`, source: who() };
  if (job.kind === 'register' && device.registration === 'queued' && progressOf(job).importId === null) {
    changeRegistration(context, device, 'none', said);
  }
  if (job.kind === 'deregister' && device.registration === 'removing') {
    changeRegistration(context, device, registrationWithout(job), said);
  }
  return true;
}
