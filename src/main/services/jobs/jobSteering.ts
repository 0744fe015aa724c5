import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { StoredJob } from '../../store/jobRow.ts';

/** What it means for its device that a person cancels or retries a job of one kind. */
export interface JobSteering {
  readonly kind: string;
  /** False where Microsoft does it anyway, watched or not. */
  readonly canCancel?: (job: StoredJob) => boolean;
  /** Takes back what the job stood for, where Microsoft has not heard of it yet. Belongs in a transaction. */
  readonly cancelled?: (job: StoredJob, device: DeviceRecord) => void;
  /** Puts a device right whose job was given up and is taken up again. Belongs in a transaction. */
  readonly retried?: (job: StoredJob, device: DeviceRecord) => void;
}
