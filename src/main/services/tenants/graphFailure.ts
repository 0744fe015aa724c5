import { AppError } from '../../../shared/outcome/appError.ts';
import type { ErrorCode } from '../../../shared/outcome/outcome.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { GraphError, type GraphErrorKind } from '../../graph/graphError.ts';

const codes: Readonly<Record<GraphErrorKind, ErrorCode>> = {
  offline: 'offline',
  timeout: 'offline',
  throttled: 'throttled',
  unavailable: 'microsoft',
  server: 'microsoft',
  unauthorized: 'signed-out',
  forbidden: 'forbidden',
  notFound: 'not-found',
  conflict: 'conflict',
  badRequest: 'microsoft',
  protocol: 'microsoft',
};

const PERSON_PATIENCE_MS = 60_000;

/**
 * Does work that talks to Graph for a person who waits for it, and for no longer than a minute unless more is granted. A
 * GraphError becomes an AppError with the same sentence.
 */
export async function forPerson<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  patienceMs: number = PERSON_PATIENCE_MS,
): Promise<Result> {
  const patience = AbortSignal.timeout(patienceMs);
  try {
    return await work(patience);
  } catch (error) {
    if (error instanceof GraphError) throw new AppError(codes[error.kind], error.message);
    if (patience.aborted && error === patience.reason) {
      throw new AppError(
        'offline',
        `Microsoft did not answer within ${neutralFormatter.minutes(patienceMs)}; try again later.`,
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}
