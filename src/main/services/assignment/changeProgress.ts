import { z } from 'zod';
import { failed, type JobResult } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';

const changeProgress = z.object({
  /** How often it was looked for since it was sent last. */
  looks: z.number().default(0),
  /** Microsoft may accept a change and not make it; then it is sent once more (microsoft-graph-docs#11620). */
  isResent: z.boolean().default(false),
  /** Microsoft refused it together with other changes of the device: now by itself. */
  isAlone: z.boolean().default(false),
  /** `updateDeviceProperties` was refused for the user: now with `assignUserToDevice`. */
  isOtherWay: z.boolean().default(false),
  /** What others had set when it was not sent for that reason: trying again overrules these. */
  seen: z.array(z.string()).default([]),
});
export type ChangeProgress = z.infer<typeof changeProgress>;

/** What a change has done so far. @throws ZodError for a job of another kind */
export const changeProgressOf = (job: StoredJob): ChangeProgress => changeProgress.parse(job.progress);

const SECOND_MS = 1_000;
/** The wait before each look whether a change is visible, in milliseconds of the tenant's clock. */
const looksMs = [30, 60, 120, 300, 600].map((seconds) => seconds * SECOND_MS);
/** After so many looks that did not show the change, it is sent once more. */
const RESEND_AFTER_LOOKS = 2;

export type NextLook =
  { readonly type: 'look'; readonly afterMs: number } | { readonly type: 'resend' } | { readonly type: 'giveUp' };

/** What to do about a change that is not visible yet, after so many looks. */
export function nextLook({ looks, isResent }: Pick<ChangeProgress, 'looks' | 'isResent'>): NextLook {
  if (looks === RESEND_AFTER_LOOKS && !isResent) return { type: 'resend' };
  const afterMs = looksMs[looks];
  return afterMs === undefined ? { type: 'giveUp' } : { type: 'look', afterMs };
}

/** The end of a change that would overrule what somebody else has set; a person has seen that value once they try again. */
export function setElsewhere(job: StoredJob, held: string | null): JobResult {
  const progress: ChangeProgress = {
    looks: 0,
    isResent: false,
    isAlone: false,
    isOtherWay: false,
    seen: [...changeProgressOf(job).seen, held ?? ''],
  };
  return failed({ code: 'assignment.changedElsewhere' }, progress);
}
