import { describe, expect, test } from 'vitest';
import { GraphError, type GraphErrorKind } from '../../../src/main/graph/graphError.ts';
import { MOST_ATTEMPTS } from '../../../src/main/services/jobs/attempts.ts';
import { judgeFailure } from '../../../src/main/services/jobs/judgeFailure.ts';
import { reasonWords } from '../../../src/shared/jobs/reason.ts';
import { AppError } from '../../../src/shared/outcome/appError.ts';

const realTime = (milliseconds: number): number => milliseconds;
const graphError = (kind: GraphErrorKind, retryAfterMs: number | null = null): GraphError =>
  new GraphError('What Microsoft said.', { kind, retryAfterMs });

function wordsAfter(error: unknown): string {
  const { reason } = judgeFailure(error, 0, realTime, 1);
  return reason === null ? '' : reasonWords(reason);
}

describe('what a failed attempt means for its job', () => {
  test.each([
    ['offline: it waits, and does not count', graphError('offline'), 'wait', 'network'],
    ['signed out: somebody must sign in', graphError('unauthorized'), 'wait', 'person'],
    ['signed out, seen before anything was sent', new AppError('signed-out', 'Sign in.'), 'wait', 'person'],
    ['throttled: later', graphError('throttled'), 'retry', null],
    ['unavailable: later', graphError('unavailable'), 'retry', null],
    ['timed out: later', graphError('timeout'), 'retry', null],
    ['not known yet: later', graphError('notFound'), 'retry', null],
    ['forbidden: somebody must look', graphError('forbidden'), 'failed', null],
    ['refused: somebody must look', graphError('badRequest'), 'failed', null],
    ['a bug of ours: later', new TypeError('x is undefined'), 'retry', null],
    ['the tenant is gone: for good', new AppError('not-found', 'There is no such tenant.'), 'failed', null],
  ])('%s', (_, error, type, on) => {
    const result = judgeFailure(error, 0, realTime, 1);
    expect(result).toMatchObject(on === null ? { type } : { type, on });
  });

  test('the server says when, in the tenant’s time', () => {
    expect(judgeFailure(graphError('throttled', 60_000), 0, (milliseconds) => milliseconds / 60, 1)).toMatchObject({
      type: 'retry',
      afterMs: 1_000,
    });
  });

  test('being throttled is never given up, what fails again and again is', () => {
    expect(judgeFailure(graphError('throttled'), 1_000, realTime, 1).type).toBe('retry');
    expect(judgeFailure(graphError('server'), MOST_ATTEMPTS - 2, realTime, 1).type).toBe('retry');
    expect(judgeFailure(graphError('server'), MOST_ATTEMPTS - 1, realTime, 1).type).toBe('failed');
  });

  test('what Graph does not know is looked for over some minutes, and then given up', () => {
    expect(judgeFailure(graphError('notFound'), 6, realTime, 1).type).toBe('retry');
    expect(judgeFailure(graphError('notFound'), 7, realTime, 1).type).toBe('failed');
  });

  test('the id of the refused request stays with the job, for Microsoft’s support', () => {
    const refused = new GraphError('What Microsoft said.', { kind: 'badRequest', requestId: 'r-1' });
    expect(judgeFailure(refused, 0, realTime, 1)).toMatchObject({ type: 'failed', requestId: 'r-1' });
    const throttled = new GraphError('What Microsoft said.', { kind: 'throttled', requestId: 'r-2' });
    expect(judgeFailure(throttled, 0, realTime, 1)).toMatchObject({ type: 'retry', requestId: 'r-2' });
  });

  test('what is wrong with a certificate is said, and nobody is told to sign in', () => {
    const unreadable = new GraphError('The key cannot be read.', { kind: 'unauthorized', code: 'certificateUnusable' });
    expect(wordsAfter(unreadable)).toBe('The key cannot be read.');
    const expired = new GraphError('It has expired.', { kind: 'unauthorized', code: 'signInExpired' });
    expect(wordsAfter(expired)).toContain('signs in');
  });

  test('a bug is not shown in its own words, which may hold anything', () => {
    expect(wordsAfter(new Error('ada@contoso.com'))).not.toContain('@');
  });
});
