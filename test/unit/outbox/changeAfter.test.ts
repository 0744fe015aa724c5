import { describe, expect, test } from 'vitest';
import { changeAfter, LONGEST_WAIT_MS } from '../../../src/main/outbox/changeAfter.ts';
import { done, failed, goOn, retryAfter, waitFor, waitOn } from '../../../src/main/outbox/job.ts';
import { told } from '../../rigs/told.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const job = { step: 'send', progress: { importId: 'a' }, attempts: 2 };

describe('what a run makes of its job', () => {
  test.each([
    ['done: nothing is left to do', done(), { state: 'done', attempts: 2, step: 'send' }],
    [
      'failed: it keeps its place, so that a retry goes on there',
      failed(told('Somebody must look.')),
      { state: 'failed', attempts: 2, step: 'send', progress: { importId: 'a' } },
    ],
    [
      'a failed attempt counts',
      retryAfter(7_000, told('Busy.')),
      { state: 'retrying', attempts: 3, dueAt: new Date('2026-11-22T12:00:07.000Z') },
    ],
    [
      'waiting for time does not count',
      waitFor(1_000, told('Soon.')),
      { state: 'waiting', attempts: 2, waitsOn: 'time' },
    ],
    [
      'nor does the network',
      waitOn('network', 5_000, told('Offline.')),
      { state: 'waiting', attempts: 2, waitsOn: 'network' },
    ],
    ['a wait keeps what is known', waitFor(0, told('Soon.')), { progress: { importId: 'a' } }],
    ['or learns more', waitFor(0, told('Soon.'), { importId: 'b' }), { progress: { importId: 'b' } }],
    [
      'a new step has its own attempts',
      goOn('confirm', 0, told('Sent.'), { importId: 'c' }),
      { state: 'waiting', step: 'confirm', attempts: 0, progress: { importId: 'c' } },
    ],
  ])('%s', (_, result, expected) => {
    expect(changeAfter(job, result, now)).toMatchObject(expected);
  });

  test('no wait is so long that the job seems forgotten, and none is in the past', () => {
    expect(changeAfter(job, waitFor(Number.MAX_SAFE_INTEGER, told('Long.')), now).dueAt.getTime()).toBe(
      now.getTime() + LONGEST_WAIT_MS,
    );
    expect(changeAfter(job, waitFor(-5, told('Now.')), now).dueAt).toEqual(now);
  });
});
