import { expect, test } from 'vitest';
import { worstReach } from '../../../src/shared/jobs/reach.ts';

test('of several tenants, what holds up most is said; of none, that there is none', () => {
  expect(worstReach([])).toBe('noTenant');
  expect(worstReach(['reached', 'untried'])).toBe('untried');
  expect(worstReach(['reached', 'signedOut', 'untried'])).toBe('signedOut');
  expect(worstReach(['signedOut', 'unreached', 'reached'])).toBe('unreached');
  expect(worstReach(['reached'])).toBe('reached');
});
