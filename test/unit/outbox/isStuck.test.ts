import { expect, test } from 'vitest';
import { isStuck } from '../../../src/main/outbox/isStuck.ts';
import { storedJob } from '../../rigs/storedJob.ts';

const now = new Date('2026-11-22T12:00:30Z');

test.each([
  ['waits for its time', {}, false],
  ['waits for somebody', { waitsOn: 'person' }, true],
  ['waits for another job', { waitsFor: 'registered:d1' }, true],
  ['has just lost the network', { waitsOn: 'network', offlineSince: '2026-11-22T12:00:05.000Z' }, false],
  ['has been without a network for a while', { waitsOn: 'network', offlineSince: '2026-11-22T11:59:59.000Z' }, true],
  ['is being sent, whatever it waited for before', { state: 'leased', waitsOn: 'person' }, false],
] as const)('a job that %s', (_, change, expected) => {
  expect(isStuck(storedJob(change), now)).toBe(expected);
});
