import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { jobSentence } from '../../../shared/jobs/jobAct.ts';
import type { JobSteering } from '../jobs/jobSteering.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { submissionOf } from './submission.ts';
import { changeRegistration } from './registrationHistory.ts';

/** A registration that is cancelled before it is sent leaves the device as unregistered as it was. */
export const createRegistrationSteering = (context: ServiceContext): JobSteering => ({
  kind: 'register',
  cancelled(job, device) {
    if (device.registration !== 'queued' || submissionOf(job).importId !== null) return;
    changeRegistration(context, device, 'none', {
      sentence: `Cancelled: ${jobSentence(job, neutralFormatter)}.`,
      source: context.who(),
    });
  },
});
