import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import {
  causeSentence,
  needsNote,
  type CauseOfRemoval,
  type RemovalCause,
} from '../../../shared/removal/removalCause.ts';
import type { RemovalTarget } from '../../../shared/removal/removalPlan.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { changeRegistration } from '../registration/registrationHistory.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';

interface Confirmed {
  readonly device: DeviceRecord;
  readonly target: RemovalTarget;
  readonly cause: RemovalCause | null;
  readonly job: NewJob;
}

/** The cause that a person gave, if any. @throws AppError `invalid-input` where it says nothing yet */
export function causeOf(reason: CauseOfRemoval | null, written: string | null): RemovalCause | null {
  const note = written === '' ? null : written;
  if (reason === null) {
    if (note !== null) throw new AppError('invalid-input', 'A note alone is no reason: choose a reason as well.');
    return null;
  }
  const cause = { reason, note };
  if (needsNote(cause)) throw new AppError('invalid-input', 'Write a note: “Other” says nothing by itself.');
  return cause;
}

/** Queues a removal that a person has confirmed, in place of what else waits for the device. Belongs in a transaction. */
export function beginRemoval(context: ServiceContext, { device, target, cause, job }: Confirmed): void {
  const { audit, jobs, jobList, outbox, removals, tenants, who } = context;
  for (const { id } of jobList.page({ deviceIds: [device.id], states: ['waiting', 'retrying'] })) {
    jobs.cancel(id, { code: 'removal.begun' });
  }
  const confirmed = `Deregistration of ${deviceTitle(device)} confirmed.`;
  const sentence = cause === null ? confirmed : `${confirmed} ${causeSentence(cause)}`;
  changeRegistration(context, device, 'removing', {
    sentence,
    source: who(),
    change: target.autopilot === null ? {} : { ztdId: target.autopilot.id },
  });
  audit.add({ who: who(), action: 'removal.deregister', sentence, devices: [device.id] });
  removals.begin({ device, tenantName: tenantNameOf(tenants, device.tenantId), target, cause, who: who() });
  outbox.enqueue(job);
}
