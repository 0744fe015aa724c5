import { z } from 'zod';
import { reportedError } from '../../../shared/devices/device.ts';
import type { StoredJob } from '../../store/jobRow.ts';

/** What a registration has come to so far. Never the hash. */
const submission = z.object({
  /** Names the import this device goes with; kept before it is sent, so that a crash cannot send it twice. */
  importId: z.string().nullable().default(null),
  sentAt: z.string().nullable().default(null),
  /** Import records of this serial number that were there before, and are not ours; null where they could not all be read. */
  olderRecordIds: z.array(z.string()).nullable().default([]),
  recordId: z.string().nullable().default(null),
  ztdId: z.string().nullable().default(null),
  /** Microsoft's answer that the device is registered already; shown where the device cannot be found after all. */
  refusal: reportedError.nullable().default(null),
  /**
   * How long Microsoft has been working on the import, in milliseconds of the tenant's clock: the sum of our waits,
   * since clocks jump.
   */
  waitedMs: z.number().default(0),
  /** How often the device has been sent. */
  submissions: z.number().default(0),
  /** How many devices may go in one import, after Microsoft refused a larger one; null where it refused none. */
  batchSize: z.number().nullable().default(null),
});
export type Submission = z.infer<typeof submission>;

/**
 * What a registration has done so far; a new job begins with nothing sent. @throws ZodError for a job of another kind
 */
export const submissionOf = (job: StoredJob): Submission => submission.parse(job.progress);

/** Ready to be sent anew; how often it was sent is remembered. */
export const unsent = ({ submissions, batchSize }: Submission): Submission => ({
  ...submission.parse({}),
  submissions,
  batchSize,
});
