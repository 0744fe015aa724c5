import type { Reason } from '../../../shared/jobs/reason.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { GraphError } from '../../graph/graphError.ts';
import { failed, retryAfter, waitOn, type FailureJudge, type JobResult } from '../../outbox/job.ts';
import { retryDelayMs } from '../../outbox/retryDelay.ts';
import { MOST_ATTEMPTS, MOST_LOOKS_IN_VAIN } from './attempts.ts';
import type { TenantConnections } from '../tenants/tenantConnections.ts';

/** Looks have no jitter: only retries that burden Microsoft are spread. */
const WHOLE = 1;
const OFFLINE_LOOK_MS = 5_000;
const SIGN_IN_LOOK_MS = 15_000;

/**
 * What a failed attempt means for its job. Where the computer is offline or nobody is signed in, the job waits and the
 * attempt does not count. A throttled job is never given up.
 * @param pace converts milliseconds of the tenant's clock to real ones
 * @param jitter 0 to 1
 */
export function judgeFailure(
  error: unknown,
  attempts: number,
  pace: (milliseconds: number) => number,
  jitter: number,
): JobResult {
  if (error instanceof AppError) return judgeAppError(error);
  if (!(error instanceof GraphError)) {
    return attempts + 1 >= MOST_ATTEMPTS
      ? failed({ code: 'jobs.broken' })
      : retryAfter(retryDelayMs(attempts, null, jitter), { code: 'jobs.brokenOnce' });
  }
  const { message, requestId } = error;
  const said: Reason = { code: 'jobs.microsoftSays', message };
  const again = retryAfter(pace(retryDelayMs(attempts, error.retryAfterMs, jitter)), said, requestId);
  const giveUp = (reason: Reason): JobResult => failed(reason, undefined, requestId);
  switch (error.kind) {
    case 'offline':
      return waitOn('network', OFFLINE_LOOK_MS, { code: 'jobs.offline' });
    case 'unauthorized':
      // What is wrong with a certificate, or with an account, is for a person to know.
      return waitOn('person', SIGN_IN_LOOK_MS, isSignedOut(error) ? { code: 'jobs.signedOut' } : said);
    case 'throttled':
    case 'unavailable':
      return again;
    case 'timeout':
    case 'server':
    case 'conflict':
      return attempts + 1 >= MOST_ATTEMPTS
        ? giveUp({ code: 'jobs.triedOften', message, attempts: attempts + 1 })
        : again;
    case 'forbidden':
      // A permission that the next sign-in asks for is waited for; any other refusal is final.
      return error.code === 'consentNeeded' ? waitOn('person', SIGN_IN_LOOK_MS, said) : giveUp(said);
    case 'notFound':
      return notThereYet(attempts, pace, said, requestId);
    case 'badRequest':
    case 'protocol':
      return giveUp(said);
  }
}

function isSignedOut({ status, code }: GraphError): boolean {
  return status !== null || code === 'signedOut' || code === 'signInExpired';
}

/** An object that Graph does not know may be too new: the job looks again, for some minutes and no longer. */
export function notThereYet(
  attempts: number,
  pace: (milliseconds: number) => number,
  reason: Reason,
  requestId: string | null = null,
): JobResult {
  return attempts + 1 >= MOST_LOOKS_IN_VAIN
    ? failed(reason, undefined, requestId)
    : retryAfter(pace(retryDelayMs(attempts, null, WHOLE)), reason, requestId);
}

function judgeAppError(error: AppError): JobResult {
  const reason: Reason = { code: 'jobs.refused', message: error.message, remedy: error.remedy ?? null };
  return error.code === 'signed-out' ? waitOn('person', SIGN_IN_LOOK_MS, reason) : failed(reason);
}

/** Judges each failure with the clock of its tenant. */
export function createFailureJudge({ connectionTo }: Pick<TenantConnections, 'connectionTo'>): FailureJudge {
  return async (error, { tenantId, attempts }, jitter) => {
    const pace = await connectionTo(tenantId).then(
      (connection) => connection.pace,
      // The tenant cannot be reached: its waits are taken as real time.
      () => (milliseconds: number) => milliseconds,
    );
    return judgeFailure(error, attempts, pace, jitter);
  };
}
