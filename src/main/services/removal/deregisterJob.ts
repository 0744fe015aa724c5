import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { removalTarget, type RemovalTarget } from '../../../shared/removal/removalPlan.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { NewJob } from '../../store/jobStore.ts';

export const REMOVAL = 'deregister';

/** The first step that deletes something. */
export const firstDeletion = (target: RemovalTarget): 'intuneDelete' | 'unassign' =>
  target.intune === null ? 'unassign' : 'intuneDelete';

/** The records are exactly those that a person saw and confirmed. */
export const deregisterJob = (device: DeviceRecord, target: RemovalTarget): NewJob => ({
  kind: REMOVAL,
  step: firstDeletion(target),
  wish: `${REMOVAL}:${device.id}`,
  tenantId: device.tenantId,
  deviceId: device.id,
  act: { code: 'removal.deregister' },
  payload: target,
});

/** One of many, which were shown together: it is looked at again by itself before anything is deleted. */
export const deregisterJobOfMany = (device: DeviceRecord, target: RemovalTarget, batchId: string): NewJob => ({
  ...deregisterJob(device, target),
  step: 'look',
  batchId,
});

/** The registration of a device whose removal ends before anything was deleted in Windows Autopilot. */
export const registrationWithout = (job: Pick<StoredJob, 'payload'>): 'registered' | 'removed' =>
  removalTarget.parse(job.payload).autopilot === null ? 'removed' : 'registered';
