import { expect, test } from 'vitest';
import { createLaunchCodes } from '../../../../src/main/hosts/loopback/launchCodes.ts';

test('a launch code is good once, and for a minute', () => {
  let now = 0;
  const codes = createLaunchCodes(() => now);
  const [first, second] = [codes.create(), codes.create()];
  expect(first).not.toBe(second);
  expect(codes.take(first)).toBe(true);
  expect(codes.take(first)).toBe(false);
  now = 60_001;
  expect(codes.take(second)).toBe(false);
  expect(codes.take('made-up')).toBe(false);
});
