import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { StoredJob } from '../../store/jobRow.ts';

/** What happens to a device when a person cancels or retries one of its jobs. */
export interface JobSteering {
  readonly kind: string;
  /** False where Microsoft carries the job out anyway. */
  readonly canCancel?: (job: StoredJob) => boolean;
  /** Undoes in the queue what the job stood for, where Microsoft has not heard of it yet. Belongs in a transaction. */
  readonly cancelled?: (job: StoredJob, device: DeviceRecord) => void;
  /** Sets the status of a device anew when its job, which was given up, is retried. Belongs in a transaction. */
  readonly retried?: (job: StoredJob, device: DeviceRecord) => void;
}
