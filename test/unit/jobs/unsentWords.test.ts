import { expect, test } from 'vitest';
import { reach } from '../../../src/shared/jobs/reach.ts';
import { unsentWords } from '../../../src/shared/jobs/unsentWords.ts';

const unsent = { count: '2 wait', tenantName: 'Nord', offlineSince: null };

test('what nothing carries away is said with its reason, in one line', () => {
  expect(unsentWords({ ...unsent, reach: 'signedOut' })).toBe('Offline: 2 wait, nobody is signed in to Nord');
  expect(unsentWords({ ...unsent, reach: 'signedOut', tenantName: null })).toBe('Offline: 2 wait, nobody is signed in');
  expect(unsentWords({ ...unsent, reach: 'unreached', offlineSince: '14:20' })).toBe('Offline since 14:20: 2 wait');
});

test('what is on its way, or may be, is not called offline', () => {
  const silent = reach.options.filter((one) => unsentWords({ ...unsent, reach: one }) === null);
  expect(silent).toEqual(['noTenant', 'untried', 'reached']);
});
