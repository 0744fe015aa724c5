import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { failed, type JobRun } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { DeviceStore } from '../../store/deviceStore.ts';

export interface DeviceJob {
  readonly job: StoredJob;
  readonly device: DeviceRecord;
}

/** The devices that jobs are about; a job without one is over. */
export function devicesOf(
  devices: DeviceStore,
  jobs: readonly StoredJob[],
  settle: JobRun['settle'],
): readonly DeviceJob[] {
  return jobs.flatMap((job) => {
    const device = devices.get(job.deviceId ?? '');
    if (device !== null) return [{ job, device }];
    settle(job, failed({ code: 'jobs.deviceGone' }));
    return [];
  });
}
