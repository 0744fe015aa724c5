import { backOffMs } from '../../shared/backOff.ts';
import type { GraphErrorKind, GraphFailure } from './graphError.ts';

/** How often a read is tried; after that, the caller decides. */
const MAX_ATTEMPTS = 4;
/** A network that is gone is rarely back within seconds, and somebody may be waiting to hear it. */
const MAX_ATTEMPTS_OFFLINE = 2;
const PACE = { firstMs: 2_000, longestMs: 60_000 };
/** Nobody is kept waiting longer than this inside one call: the caller is told the time instead. */
export const LONGEST_PATIENCE_MS = 30_000;

interface FailedAttempt {
  readonly failure: GraphFailure;
  /** Counted from 1. */
  readonly attempt: number;
  readonly isRead: boolean;
  /** Whether the token was new: a refusal of that one is final. */
  readonly hadFreshToken: boolean;
}

/**
 * How long to wait before a call is tried again, in milliseconds of the tenant's clock; null when its caller has to
 * decide. The outbox decides about writes. Only a write whose token had run out is sent again here: Graph did nothing
 * with it. The server's own Retry-After always wins; Intune often sends none.
 */
export function retryWaitMs(failed: FailedAttempt, jitter: number): number | null {
  const { failure } = failed;
  if (failure.kind === 'unauthorized') return failure.status === 401 && !failed.hadFreshToken ? 0 : null;
  const attempts = failure.kind === 'offline' ? MAX_ATTEMPTS_OFFLINE : MAX_ATTEMPTS;
  if (!failed.isRead || failed.attempt >= attempts || !mayPassByItself(failure.kind)) return null;
  const waitMs = failure.retryAfterMs ?? callBackOffMs(failed.attempt, jitter);
  return waitMs > LONGEST_PATIENCE_MS ? null : waitMs;
}

/** Exponential, from 2 s to 60 s, with `jitter` (0 to 1) taking off up to half, so that many callers do not come back at once. */
export function callBackOffMs(attempt: number, jitter: number): number {
  return backOffMs(attempt, PACE, 1 - jitter);
}

/** Whether the same call may succeed later without anybody changing anything. */
export function mayPassByItself(kind: GraphErrorKind): boolean {
  switch (kind) {
    case 'offline':
    case 'timeout':
    case 'throttled':
    case 'unavailable':
    case 'server':
      return true;
    case 'unauthorized':
    case 'forbidden':
    case 'notFound':
    case 'conflict':
    case 'badRequest':
    case 'protocol':
      return false;
  }
}
