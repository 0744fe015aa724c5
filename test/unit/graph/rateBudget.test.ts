import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullBucket, heldForMs, holdBucket, takeFromBucket } from '../../../src/main/graph/rateBudget.ts';

const limit = { perSecond: 4, burst: 2 };

test('a burst goes at once, and what follows is spread over time', () => {
  let bucket = fullBucket(limit, 0);
  const waits = Array.from({ length: 5 }, () => {
    const taken = takeFromBucket(bucket, limit, 1, 0);
    bucket = taken.bucket;
    return taken.waitMs;
  });
  expect(waits).toEqual([0, 0, 250, 500, 750]);
});

test('a batch costs as much as the requests in it', () => {
  expect(takeFromBucket(fullBucket(limit, 0), limit, 20, 0).waitMs).toBe(4_500);
});

test('a quiet time fills the bucket, but not beyond the burst', () => {
  const { bucket } = takeFromBucket(fullBucket(limit, 0), limit, 2, 0);
  expect(takeFromBucket(bucket, limit, 2, 60_000).waitMs).toBe(0);
  expect(takeFromBucket(bucket, limit, 3, 60_000).waitMs).toBe(250);
});

test('when the server wants to be left alone, nothing is sent before', () => {
  const held = holdBucket(holdBucket(fullBucket(limit, 0), 10_000, 0), 3_000, 1_000);
  expect(heldForMs(held, 4_000)).toBe(6_000);
  expect(takeFromBucket(held, limit, 1, 4_000).waitMs).toBe(6_000);
});

test('never more than burst plus rate leaves in any second', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (pauses) => {
      let bucket = fullBucket(limit, 0);
      let nowMs = 0;
      const sentAt: number[] = [];
      for (const pauseMs of pauses) {
        nowMs += pauseMs;
        const taken = takeFromBucket(bucket, limit, 1, nowMs);
        bucket = taken.bucket;
        sentAt.push(nowMs + taken.waitMs);
      }
      for (const at of sentAt) {
        const withinASecond = sentAt.filter((other) => other >= at && other < at + 1_000);
        expect(withinASecond.length).toBeLessThanOrEqual(limit.burst + limit.perSecond);
      }
    }),
  );
});
