import { describe, expect, test } from 'vitest';
import type { GraphErrorKind, GraphFailure } from '../../../src/main/graph/graphError.ts';
import { parseRetryAfter } from '../../../src/main/graph/retryAfter.ts';
import { callBackOffMs, mayPassByItself, retryWaitMs } from '../../../src/main/graph/retryPolicy.ts';

/** What the server's clock shows. */
const now = new Date('2026-01-01T12:00:00.000Z');

function failure(kind: GraphErrorKind, status: number | null, retryAfterMs: number | null = null): GraphFailure {
  return { kind, status, code: null, retryAfterMs, requestId: null, claims: null };
}

function waitOf(change: Partial<Parameters<typeof retryWaitMs>[0]>, jitter = 0): number | null {
  const failed = { failure: failure('throttled', 429), attempt: 1, isRead: true, hadFreshToken: false, ...change };
  return retryWaitMs(failed, jitter);
}

describe('a failed read', () => {
  test.each([
    ['throttled: the server says when', failure('throttled', 429, 7_000), 7_000],
    ['unavailable: the server says when', failure('unavailable', 503, 2_128), 2_128],
    ['throttled without Retry-After, as Intune does', failure('throttled', 429), 2_000],
    ['a gateway that timed out', failure('unavailable', 504), 2_000],
    ['an error on Microsoft’s side', failure('server', 500), 2_000],
    ['no answer in time', failure('timeout', null), 2_000],
    ['no network', failure('offline', null), 2_000],
    ['asked to stay away for longer than a person waits', failure('throttled', 429, 31_000), null],
    ['refused for good', failure('badRequest', 400), null],
    ['not allowed', failure('forbidden', 403), null],
    ['not there', failure('notFound', 404), null],
    ['in conflict', failure('conflict', 409), null],
    ['not understood', failure('protocol', 200), null],
  ])('%s', (_name, failed, waitMs) => {
    expect(waitOf({ failure: failed })).toBe(waitMs);
  });

  test('waits longer each time, and is given up after the fourth attempt', () => {
    expect([1, 2, 3, 4].map((attempt) => waitOf({ attempt }))).toEqual([2_000, 4_000, 8_000, null]);
  });

  test('is tried once more where there is no network: somebody may be waiting to hear it', () => {
    const gone = failure('offline', null);
    expect([1, 2].map((attempt) => waitOf({ attempt, failure: gone }))).toEqual([2_000, null]);
  });

  test('waits up to half as long by jitter, and never longer than a minute', () => {
    expect(waitOf({}, 1)).toBe(1_000);
    expect(callBackOffMs(20, 0)).toBe(60_000);
  });
});

describe('a failed write', () => {
  test.each(['throttled', 'unavailable', 'server', 'timeout', 'offline'] as const)(
    'is left to the outbox when %s',
    (kind) => {
      expect(waitOf({ isRead: false, failure: failure(kind, null, 1) })).toBeNull();
    },
  );
});

describe('a token that Graph refuses', () => {
  test('is replaced at once by a fresh one, for reads and writes', () => {
    expect(waitOf({ failure: failure('unauthorized', 401) })).toBe(0);
    expect(waitOf({ failure: failure('unauthorized', 401), isRead: false })).toBe(0);
  });
  test('is final when it was fresh', () => {
    expect(waitOf({ failure: failure('unauthorized', 401), hadFreshToken: true })).toBeNull();
  });
  test('is final when nobody is signed in', () => {
    expect(waitOf({ failure: failure('unauthorized', null) })).toBeNull();
  });
});

test.each([
  ['7', 7_000],
  ['2.128', 2_128],
  ['0', 0],
  ['999999999', 3_600_000],
  ['-5', null],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After %j asks for %j ms', (header, milliseconds) => {
  expect(parseRetryAfter(header, { serverTime: null, now })).toBe(milliseconds);
});

describe('a Retry-After that is a date', () => {
  const halfAMinute = 'Thu, 01 Jan 2026 12:00:30 GMT';

  test.each(['2020-01-01T00:00:00Z', '2026-01-01T12:00:00Z', '2033-01-01T00:00:00Z'])(
    'is half a minute away by the clock of the server that said it, whatever ours shows: %s',
    (ours) => {
      expect(parseRetryAfter(halfAMinute, { serverTime: now, now: new Date(ours) })).toBe(30_000);
    },
  );

  test('that is over by the server’s own clock asks for no wait', () => {
    expect(parseRetryAfter('Thu, 01 Jan 2026 11:00:00 GMT', { serverTime: now, now })).toBe(0);
  });

  test('keeps nobody waiting for more than an hour', () => {
    expect(parseRetryAfter('Fri, 01 Jan 2100 11:00:00 GMT', { serverTime: now, now })).toBe(3_600_000);
  });

  test.each([
    ['half a minute away', '2026-01-01T12:00:00Z', 30_000],
    ['an hour away', '2026-01-01T11:00:30Z', 3_600_000],
    ['years away: our clock is behind, and nobody waits for years', '2020-01-01T00:00:00Z', null],
    ['long over: our clock is ahead, and the server must not be hammered', '2026-01-01T18:00:00Z', null],
  ])('is compared with our clock where the server tells no time: %s', (_, ours, waitMs) => {
    expect(parseRetryAfter(halfAMinute, { serverTime: null, now: new Date(ours) })).toBe(waitMs);
  });
});

test.each([
  ['offline', true],
  ['timeout', true],
  ['throttled', true],
  ['unavailable', true],
  ['server', true],
  ['unauthorized', false],
  ['forbidden', false],
  ['notFound', false],
  ['conflict', false],
  ['badRequest', false],
  ['protocol', false],
] as const)('a call that failed by %s may succeed later without anybody changing anything: %s', (kind, may) => {
  expect(mayPassByItself(kind)).toBe(may);
});
