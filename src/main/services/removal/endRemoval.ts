import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { reasonWords, type Reason } from '../../../shared/jobs/reason.ts';
import { failed, type JobResult, type JobRun } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import { changeRegistration } from '../registration/registrationHistory.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { registrationWithout } from './deregisterJob.ts';

interface Ended {
  readonly job: StoredJob;
  readonly device: DeviceRecord;
  readonly settle: JobRun['settle'];
}

/** Stops where the records are not the confirmed ones: nothing more is deleted, and a person may plan anew. */
export function stopRemoval(context: ServiceContext, { job, device, settle }: Ended, reason: Reason): void {
  context.store.write(() => {
    const said = { sentence: reasonWords(reason), source: 'Reseal' };
    changeRegistration(context, device, registrationWithout(job), said);
    settle(job, failed(reason, {}));
  });
}

/** Settles a job. A removal that is given up leaves a device that can be worked with, and removed anew. */
export function settleRemoval(context: ServiceContext, { job, device, settle }: Ended, result: JobResult): void {
  if (result.type !== 'failed') {
    settle(job, result);
    return;
  }
  context.store.write(() => {
    const said = { sentence: `The removal was given up. ${reasonWords(result.reason)}`, source: 'Reseal' };
    changeRegistration(context, device, registrationWithout(job), said);
    settle(job, result);
  });
}
