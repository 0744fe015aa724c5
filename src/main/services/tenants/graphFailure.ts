import { AppError } from '../../../shared/api/appError.ts';
import type { ErrorCode } from '../../../shared/api/outcome.ts';
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

/** Does work that talks to Graph for a person who waits for it: a GraphError becomes an AppError with the same sentence. */
export async function forPerson<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GraphError) throw new AppError(codes[error.kind], error.message);
    throw error;
  }
}
