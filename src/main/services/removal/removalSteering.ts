import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { jobSentence } from '../../../shared/jobs/jobAct.ts';
import type { JobSteering } from '../jobs/jobSteering.ts';
import { changeRegistration } from '../registration/registrationHistory.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { INTUNE_RECORD } from './intuneRecordSteps.ts';
import { registrationWithout, REMOVAL } from './deregisterJob.ts';

/** A deletion that was sent happens, watched or not. */
export const intuneRecordSteering: JobSteering = { kind: INTUNE_RECORD, canCancel: ({ step }) => step !== 'gone' };

/** A removal that is taken up again is one under way: nothing else may be done with its device meanwhile. */
export const createRemovalSteering = (context: ServiceContext): JobSteering => ({
  kind: REMOVAL,
  // The removal is queued at Microsoft's: it happens, watched or not.
  canCancel: ({ step }) => step !== 'autopilotGone',
  cancelled(job, device) {
    if (device.registration !== 'removing') return;
    const said = { sentence: `Cancelled: ${jobSentence(job, neutralFormatter)}.`, source: context.who() };
    changeRegistration(context, device, registrationWithout(job), said);
  },
  retried(_job, device) {
    if (device.registration === 'removing') return;
    changeRegistration(context, device, 'removing', { sentence: 'The removal was retried.', source: context.who() });
  },
});
