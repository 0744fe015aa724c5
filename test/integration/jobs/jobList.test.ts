import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeAfter } from '../../../src/main/outbox/changeAfter.ts';
import { done, failed, retryAfter, type JobResult } from '../../../src/main/outbox/job.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { createJobList, type JobList } from '../../../src/main/store/jobList.ts';
import { createJobStore, type JobStore } from '../../../src/main/store/jobStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { createRunnerStore } from '../../../src/main/store/runnerStore.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { told } from '../../rigs/told.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let jobs: JobStore;
let jobList: JobList;
let nowMs = Date.parse('2026-11-22T12:00:00Z');
const now = () => new Date(nowMs);
const group = { tenantId, kind: 'register', step: 'send' };

beforeEach(() => {
  folder = temporaryFolder();
  store = openStore(folder.path, now);
  jobs = createJobStore(store, now);
  jobList = createJobList(store);
  addTenant(store);
  createRunnerStore(store, now).add({ id: 'a', host: 'here', processId: 1 });
});
afterEach(() => {
  store.close();
  folder.remove();
});

/** Adds a job of a new device to a batch, and returns its id. */
function add(batchId: string, serialNumber: string, change: { readonly waitsFor?: string } = {}): string {
  const { id } = createDeviceStore(store, now).add({ tenantId, serialNumber });
  const wish = `register:${id}`;
  return jobs.add({ ...group, wish, deviceId: id, batchId, act: told('Register {devices}'), payload: {}, ...change });
}
const addMany = (batchId: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => add(batchId, `${batchId}${index}`));

/** Runs what is due, in the order in which it was added. */
function run(...results: readonly JobResult[]): void {
  const leased = jobs.lease(group, 'a', results.length);
  for (const [index, job] of leased.entries()) {
    jobs.settle(job.id, 'a', changeAfter(job, results[index] ?? done(), now()));
  }
}

describe('what one act brought about', () => {
  test('is one row with its counts, its reasons and its times', () => {
    addMany('b1', 5);
    run(done(), done(), failed(told('The hash is damaged.')), retryAfter(60_000, told('Slow down.')));
    const [batch] = jobList.batches({ tenantId }, 0, 10);
    expect(batch).toMatchObject({
      id: 'b1',
      act: told('Register {devices}'),
      changes: 5,
      jobId: null,
      done: 2,
      failed: 1,
      retrying: 1,
      waiting: 1,
      leased: 0,
      cancelled: 0,
      finishedAt: null,
      nextDueAt: now().toISOString(),
    });
    expect(jobList.reasons(['b1'])).toMatchObject([
      { batchId: 'b1', state: 'failed', reason: told('The hash is damaged.'), changes: 1 },
      { batchId: 'b1', state: 'retrying', reason: told('Slow down.'), changes: 1 },
      { batchId: 'b1', state: 'waiting', reason: null, changes: 1 },
    ]);
  });

  test('stands newest first, page by page, whatever the clock did', () => {
    addMany('b1', 2);
    nowMs -= 86_400_000;
    addMany('b2', 2);
    const [alone = ''] = addMany('b3', 1);
    expect(jobList.batches({}, 0, 10).map(({ id }) => id)).toEqual(['b3', 'b2', 'b1']);
    expect(jobList.batches({}, 1, 1).map(({ id }) => id)).toEqual(['b2']);
    expect(jobList.batchCount({})).toBe(3);
    expect(jobList.batches({}, 0, 1)).toMatchObject([{ id: 'b3', jobId: alone, changes: 1 }]);
    nowMs += 86_400_000;
  });

  test('stands before what has ended by itself since, as long as any of it goes on or has failed', () => {
    addMany('b1', 2);
    run(failed(told('No.')), done());
    addMany('b2', 1);
    run(done());
    addMany('b3', 2);
    run(done());
    addMany('b4', 1);
    run(done(), done());
    expect(jobList.batches({}, 0, 10).map(({ id }) => id)).toEqual(['b1', 'b4', 'b3', 'b2']);
    addMany('b5', 1);
    expect(jobList.batches({ tenantId }, 0, 2).map(({ id }) => id)).toEqual(['b5', 'b1']);
  });

  test('is listed whole where any of it is in the state that was asked for', () => {
    addMany('b1', 2);
    addMany('b2', 2);
    run(failed(told('No.')));
    expect(jobList.batches({ states: ['failed'] }, 0, 10)).toMatchObject([{ id: 'b1', failed: 1, waiting: 1 }]);
    expect(jobList.batchCount({ states: ['failed'] })).toBe(1);
    expect(jobList.page({ batchId: 'b1', states: ['failed'] })).toHaveLength(1);
  });

  test('opens to its jobs, what failed before what goes on, and that before what has ended', () => {
    addMany('b1', 5);
    run(done(), done(), failed(told('No.')));
    jobs.cancel(jobList.page({ batchId: 'b1', states: ['waiting'] })[0]?.id ?? '', told('Cancelled by hand.'));
    expect(jobList.page({ batchId: 'b1' }).map(({ state, serialNumber }) => `${serialNumber} ${state}`)).toEqual([
      'b12 failed',
      'b14 waiting',
      'b10 done',
      'b11 done',
      'b13 cancelled',
    ]);
  });

  test('has ended when the last of it has', () => {
    addMany('b1', 2);
    run(done());
    nowMs += 60_000;
    run(failed(told('No.')));
    expect(jobList.batches({}, 0, 1)).toMatchObject([{ finishedAt: now().toISOString() }]);
  });
});

test('troubles are counted together by their reason, the most frequent first; what merely waits is none', () => {
  addMany('b1', 4);
  run(failed(told('Slow down.')), retryAfter(0, told('Slow down.')), failed(told('The hash is damaged.')));
  const [, , third] = jobList.page({ states: ['failed'] });
  expect(third).toBeUndefined();
  expect(jobList.troubles(tenantId)).toMatchObject([
    { reason: told('Slow down.'), changes: 2, devices: 2, jobId: null },
    {
      reason: told('The hash is damaged.'),
      changes: 1,
      devices: 1,
      jobId: jobList.page({ states: ['failed'] })[0]?.id,
    },
  ]);
});

describe('pruning', () => {
  const ids = () => jobList.page({}).map(({ serialNumber }) => serialNumber);

  test('forgets the oldest ended jobs beyond those that are kept, some at a time', () => {
    addMany('a', 2);
    addMany('b', 2);
    addMany('c', 2);
    run(done(), done(), done(), done(), done(), done());
    expect(jobs.prune(1, 2)).toBe(1);
    expect(jobs.prune(100, 2)).toBe(3);
    expect(ids()).toEqual(['c1', 'c0']);
    expect(jobs.prune(100, 2)).toBe(0);
  });

  test('leaves what failed, what waits, and the batches of both as they are', () => {
    addMany('failed', 2);
    addMany('waiting', 2);
    addMany('ended', 2);
    run(done(), failed(told('No.')), done());
    for (const { id } of jobList.page({ batchId: 'ended' })) jobs.cancel(id, told('Cancelled by hand.'));
    expect(jobs.prune(100, 0)).toBe(2);
    expect(ids()).toEqual(['waiting1', 'waiting0', 'failed1', 'failed0']);
  });

  test('leaves every job of a device with which something is still to happen', () => {
    const [registration = ''] = addMany('a', 1);
    run(done());
    const deviceId = jobs.get(registration)?.deviceId ?? '';
    const name = { kind: 'change', step: 'send', wish: `change:name:${deviceId}`, tenantId, deviceId };
    const later = jobs.add({ ...name, act: told('Name {devices}'), payload: {}, waitsFor: `registered:${deviceId}` });
    expect(jobs.prune(100, 0)).toBe(0);
    jobs.cancel(later, told('Cancelled by hand.'));
    expect(jobs.prune(100, 0)).toBe(2);
  });
});

test('what failed needs nobody any more once the same is wished anew; its reason stays readable', () => {
  const id = add('a', 'AAA1');
  run(failed(told('The hash is damaged.')));
  const { deviceId = null, wish = '' } = jobs.get(id) ?? {};
  jobs.add({ ...group, wish, deviceId, batchId: 'b', act: told('Register {devices}'), payload: {} });
  expect(jobs.get(id)).toMatchObject({
    state: 'cancelled',
    reason: { code: 'jobs.replacedAfter', before: told('The hash is damaged.') },
  });
  expect(jobList.troubles(tenantId)).toEqual([]);
});
