import { describe, expect, test } from 'vitest';
import { PracticeError } from '../../../src/main/practice-tenant/protocol/graphMessages.ts';
import { bothVersions, type Route } from '../../../src/main/practice-tenant/protocol/routes.ts';
import { createThrottle } from '../../../src/main/practice-tenant/throttle.ts';

const write: Route = {
  method: 'POST',
  pattern: '/deviceManagement/x',
  versions: bothVersions,
  service: 'enrollment',
  scopes: [],
  handle: () => ({ status: 200 }),
};

describe('throttling', () => {
  test('lets a client through for ever that writes five times a second', () => {
    const throttle = createThrottle();
    for (let index = 0; index < 2_000; index += 1) throttle.admit(write, index * 200);
  });

  test('says how long to wait until the oldest write is forgotten', () => {
    const throttle = createThrottle();
    for (let index = 0; index < 100; index += 1) throttle.admit(write, 0);
    try {
      throttle.admit(write, 5_000);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PracticeError);
      expect(error).toMatchObject({ status: 429, headers: { 'Retry-After': '15' } });
    }
  });

  test('keeps refusing a client that keeps asking', () => {
    const throttle = createThrottle();
    const isRefused = (now: number): boolean => {
      try {
        throttle.admit(write, now);
        return false;
      } catch {
        return true;
      }
    };
    for (let index = 0; index < 100; index += 1) isRefused(0);
    const refusals = Array.from({ length: 300 }, (_, index) => isRefused(1_000 + index * 100)).filter(Boolean).length;
    expect(refusals).toBeGreaterThan(150);
  });

  test('does not mind reads where only writes are scarce', () => {
    const throttle = createThrottle();
    for (let index = 0; index < 500; index += 1) throttle.admit({ ...write, method: 'GET' }, 0);
  });
});
