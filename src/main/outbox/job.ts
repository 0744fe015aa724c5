import type { Reason } from '../../shared/jobs/reason.ts';
import type { StoredJob, WaitsOn } from '../store/jobRow.ts';

/** The result of one run of a job. Times are real milliseconds from now. */
export type JobResult =
  | { readonly type: 'done'; readonly reason: Reason | null }
  /** Given up: a person has to look, and may retry it. */
  | {
      readonly type: 'failed';
      readonly reason: Reason;
      /** The progress from which a retry goes on; undefined leaves it as it is. */
      readonly progress?: unknown;
      /** Microsoft's id of the request that it refused, for their support. */
      readonly requestId: string | null;
    }
  /** This attempt failed; the next one may not. */
  | {
      readonly type: 'retry';
      readonly afterMs: number;
      readonly reason: Reason;
      readonly requestId: string | null;
    }
  /** Nothing failed: the job goes on later, in the same step or another one. */
  | {
      readonly type: 'wait';
      readonly afterMs: number;
      readonly reason: Reason;
      readonly on: WaitsOn;
      readonly step: string | null;
      /** Undefined leaves the progress as it is. */
      readonly progress?: unknown;
    };

/** Microsoft's side is as the job wants it; the job has ended. */
export const done = (reason: Reason | null = null): JobResult => ({ type: 'done', reason });

/** A person has to look: the job ends, and can be retried. @param requestId Microsoft's, for their support */
export const failed = (reason: Reason, progress?: unknown, requestId: string | null = null): JobResult => ({
  type: 'failed',
  reason,
  progress,
  requestId,
});

/**
 * Something went wrong that may pass; counts as an attempt, unlike `waitFor`. @param requestId Microsoft's, for their
 * support
 */
export const retryAfter = (afterMs: number, reason: Reason, requestId: string | null = null): JobResult => ({
  type: 'retry',
  afterMs,
  reason,
  requestId,
});
/** Waits in the same step, and keeps what is known so far. */
export const waitFor = (afterMs: number, reason: Reason, progress?: unknown): JobResult => ({
  type: 'wait',
  afterMs,
  reason,
  on: 'time',
  step: null,
  progress,
});
/** Waits until the network is back, or until somebody does something. */
export const waitOn = (on: 'network' | 'person', afterMs: number, reason: Reason): JobResult => ({
  type: 'wait',
  afterMs,
  reason,
  on,
  step: null,
});
/** The step is done; the next one begins after a while. */
export const goOn = (step: string, afterMs: number, reason: Reason, progress: unknown): JobResult => ({
  type: 'wait',
  afterMs,
  reason,
  on: 'time',
  step,
  progress,
});

/** A run of some jobs of one tenant, kind and step. */
export interface JobRun {
  /** Aborts when Reseal closes or the lease is lost. */
  readonly signal: AbortSignal;
  /**
   * 0 to 1, for the retries of all jobs of the run: jobs that failed together are tried again together, and stay one
   * batch.
   */
  readonly jitter: number;
  /**
   * Ends a job's run; every job must be settled. May stand in the transaction that writes what the run found out.
   * @throws LeaseLostError where another process runs the job now; that undoes the transaction
   */
  readonly settle: (job: StoredJob, result: JobResult) => void;
  /**
   * Keeps progress before something that must not be repeated.
   * @throws LeaseLostError where another process runs the job now
   */
  readonly keep: (job: StoredJob, progress: unknown) => void;
}

/** Does one step of jobs of one kind. It may run again at any point, so it looks before it repeats anything. */
export interface JobHandler {
  readonly kind: string;
  readonly step: string;
  /** How many jobs of a tenant one run takes at most. */
  readonly takes: number;
  /** Why no job of the tenant may begin this step now; null where one may. */
  readonly hold?: (tenantId: string) => Reason | null;
  readonly run: (jobs: readonly StoredJob[], run: JobRun) => Promise<void>;
}

/** What a failed run means for its job. The jitter, 0 to 1, is the same for all jobs of the run. */
export type FailureJudge = (error: unknown, job: StoredJob, jitter: number) => Promise<JobResult>;

/**
 * Thrown to undo what a run was about to write: another process has taken the job over, and that process's result
 * counts.
 */
export class LeaseLostError extends Error {
  constructor() {
    super('Another process runs this job now.');
    this.name = 'LeaseLostError';
  }
}
