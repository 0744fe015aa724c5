import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelayMs } from '../../../src/main/outbox/retryDelay.ts';

test.each([
  ['the first failure waits a moment', 0, null, 1, 2_000],
  ['each further one twice as long', 3, null, 1, 16_000],
  ['never longer than five minutes', 50, null, 1, 300_000],
  ['jitter halves it at most', 3, null, 0, 8_000],
  ['the server says when', 0, 90_000, 1, 90_000],
  ['the server does not make it shorter', 5, 1_000, 1, 64_000],
])('%s', (_, attempts, retryAfterMs, jitter, expected) => {
  expect(retryDelayMs(attempts, retryAfterMs, jitter)).toBe(expected);
});

test('the wait is never shorter than the server asks, and always a wait', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000),
      fc.option(fc.nat(3_600_000)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, asked, jitter) => {
        const waitMs = retryDelayMs(n, asked, jitter);
        return waitMs >= (asked ?? 0) && waitMs >= 1_000 && Number.isSafeInteger(waitMs);
      },
    ),
  );
});
