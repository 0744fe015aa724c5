import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeAfter } from '../../../src/main/outbox/changeAfter.ts';
import { done, failed, goOn, retryAfter, waitFor, type JobResult } from '../../../src/main/outbox/job.ts';
import type { StoredJob } from '../../../src/main/store/jobRow.ts';
import { createJobList, type JobList } from '../../../src/main/store/jobList.ts';
import { createJobStore, type NewJob } from '../../../src/main/store/jobStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { createRunnerStore } from '../../../src/main/store/runnerStore.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { told } from '../../rigs/told.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let jobList: JobList;
let clockMs = 0;
const now = () => new Date(clockMs);

beforeEach(() => {
  clockMs = Date.parse('2026-11-22T12:00:00Z');
  folder = temporaryFolder();
  store = openStore(folder.path, now);
  jobList = createJobList(store);
  addTenant(store);
});
afterEach(() => {
  store.close();
  folder.remove();
});

const wish = (name: string, payload: unknown = {}): NewJob => ({
  kind: 'change',
  step: 'send',
  wish: name,
  tenantId,
  deviceId: null,
  act: told(`Change ${name}`),
  payload,
});
const group = { tenantId, kind: 'change', step: 'send' };

function rooms() {
  const jobs = createJobStore(store, now);
  const runners = createRunnerStore(store, now);
  for (const id of ['a', 'b']) runners.add({ id, host: 'here', processId: 1 });
  const settle = (job: StoredJob, owner: string, result: JobResult): boolean =>
    jobs.settle(job.id, owner, changeAfter(job, result, now()));
  return { jobs, runners, settle };
}

describe('jobs on disk', () => {
  test('the same wish twice is one job', () => {
    const { jobs } = rooms();
    expect(jobs.add(wish('tag', { tag: 'A' }))).toBe(jobs.add(wish('tag', { tag: 'A' })));
    expect(jobList.counts({})).toMatchObject({ waiting: 1, cancelled: 0 });
  });

  test('a newer wish replaces the one that waits', () => {
    const { jobs } = rooms();
    const older = jobs.add(wish('tag', { tag: 'A' }));
    const newer = jobs.add(wish('tag', { tag: 'B' }));
    expect(jobs.get(older)).toMatchObject({ state: 'cancelled', reason: { code: 'jobs.replaced' } });
    expect(jobs.lease(group, 'a', 10).map(({ id }) => id)).toEqual([newer]);
  });

  test('a newer wish waits for the one that runs, which then gives way', () => {
    const { jobs, settle } = rooms();
    jobs.add(wish('tag', { tag: 'A' }));
    const [running] = jobs.lease(group, 'a', 10);
    if (running === undefined) throw new Error('Nothing was leased.');
    const newer = jobs.add(wish('tag', { tag: 'B' }));
    expect(jobs.lease(group, 'b', 10)).toEqual([]);
    expect(settle(running, 'a', waitFor(0, told('Not visible yet.')))).toBe(true);
    expect(jobs.get(running.id)?.state).toBe('cancelled');
    expect(jobs.lease(group, 'b', 10).map(({ id }) => id)).toEqual([newer]);
  });

  test('a job that waits for a fact runs when the fact is announced, and not before', () => {
    const { jobs } = rooms();
    const id = jobs.add({ ...wish('name'), waitsFor: 'registered:d1', reason: told('Waits until it is registered.') });
    expect(jobs.dueGroups()).toEqual([]);
    expect(jobs.announce('registered:d2')).toBe(0);
    expect(jobs.announce('registered:d1')).toBe(1);
    expect(jobs.lease(group, 'a', 1).map((job) => job.id)).toEqual([id]);
  });

  test('a job due in a far future that a clock set back has made is due at once', () => {
    const { jobs, settle } = rooms();
    jobs.add(wish('tag'));
    clockMs += 40 * 24 * 3_600_000;
    const [job] = jobs.lease(group, 'a', 1);
    if (job === undefined) throw new Error('Nothing was leased.');
    settle(job, 'a', waitFor(600_000, told('Waits.')));
    clockMs -= 40 * 24 * 3_600_000;
    expect(jobs.dueGroups()).toEqual([group]);
  });

  test('a process that is taken for dead loses its jobs, and can no longer say what became of them', () => {
    const { jobs, runners, settle } = rooms();
    jobs.add(wish('tag'));
    const [job] = jobs.lease(group, 'a', 1);
    if (job === undefined) throw new Error('Nothing was leased.');
    expect(runners.retire('a')).toBe(1);
    expect(runners.beat('a')).toBe(false);
    expect(jobs.lease(group, 'b', 1)).toHaveLength(1);
    expect(settle(job, 'a', done())).toBe(false);
    expect(jobs.get(job.id)?.state).toBe('leased');
  });

  test('a failed job is retried where it stood, unless a newer wish is on its way', () => {
    const { jobs, settle } = rooms();
    const id = jobs.add(wish('tag', { tag: 'A' }));
    const [job] = jobs.lease(group, 'a', 1);
    if (job === undefined) throw new Error('Nothing was leased.');
    settle(job, 'a', failed(told('Refused.')));
    expect(jobs.retry(id)).toBe(true);
    const newer = jobs.add(wish('tag', { tag: 'B' }));
    expect(jobs.get(id)?.state).toBe('cancelled');
    expect(jobs.retry(id)).toBe(false);
    expect(jobs.retry(newer)).toBe(true);
  });
});

test('jobs stand in the order in which they were added, also when the clock was set back in between', () => {
  const { jobs } = rooms();
  const first = jobs.add(wish('tag'));
  clockMs -= 3_600_000;
  const second = jobs.add(wish('name'));
  expect(jobList.page({}).map(({ id }) => id)).toEqual([second, first]);
  clockMs += 7_200_000;
  expect(jobs.lease(group, 'a', 2).map(({ id }) => id)).toEqual([first, second]);
});

/** What may happen to the outbox, from two processes at once, while clocks jump. */
const event = fc.oneof(
  fc.record({
    type: fc.constant('add' as const),
    wish: fc.integer({ min: 0, max: 4 }),
    payload: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({
    type: fc.constant('lease' as const),
    owner: fc.constantFrom('a', 'b'),
    limit: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    type: fc.constant('settle' as const),
    owner: fc.constantFrom('a', 'b'),
    result: fc.constantFrom<JobResult>(
      done(),
      failed(told('No.')),
      retryAfter(5_000, told('Again.')),
      waitFor(60_000, told('Later.')),
      goOn('send', 0, told('On.'), { n: 1 }),
    ),
  }),
  fc.record({ type: fc.constant('die' as const), owner: fc.constantFrom('a', 'b') }),
  fc.record({ type: fc.constant('cancel' as const), nth: fc.nat(20) }),
  fc.record({ type: fc.constant('retry' as const), nth: fc.nat(20) }),
  fc.record({ type: fc.constant('clock' as const), byMs: fc.integer({ min: -100_000_000, max: 100_000_000 }) }),
);

test('whatever happens: no wish runs twice at once, no job is lost, what has ended stays ended', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      store.database.exec('DELETE FROM job; DELETE FROM runner');
      const { jobs, runners, settle } = rooms();
      const held = new Map<string, StoredJob[]>([
        ['a', []],
        ['b', []],
      ]);
      const added: string[] = [];
      const ended = new Map<string, string>();
      const seen = (): void => {
        const all = jobList.page({});
        expect(all.map(({ id }) => id).sort()).toEqual([...new Set(added)].sort());
        const leasedWishes = all.filter(({ state }) => state === 'leased').map((job) => job.wish);
        expect(new Set(leasedWishes).size).toBe(leasedWishes.length);
        for (const job of all) {
          const before = ended.get(job.id);
          if (before !== undefined) expect(job.state).toBe(before);
          if (job.state === 'done' || job.state === 'cancelled') ended.set(job.id, job.state);
        }
        // The newest wish for a subject is never the one that was replaced.
        for (const name of new Set(all.map((job) => job.wish))) {
          const newest = all.find((job) => job.wish === name);
          expect(newest?.reason?.code).not.toBe('jobs.replaced');
        }
      };
      for (const next of events) {
        switch (next.type) {
          case 'add':
            added.push(jobs.add(wish(`w${next.wish}`, { value: next.payload })));
            break;
          case 'lease': {
            const leased = jobs.lease(group, next.owner, next.limit);
            const others = [...held].filter(([owner]) => owner !== next.owner).flatMap(([, list]) => list);
            if (leased.length > 0)
              expect(
                others.some(({ id }) => jobs.get(id)?.state === 'leased' && leased.every((job) => job.id !== id)),
              ).toBe(false);
            held.set(next.owner, [...(held.get(next.owner) ?? []), ...leased]);
            break;
          }
          case 'settle': {
            const [job, ...rest] = held.get(next.owner) ?? [];
            if (job !== undefined) settle(job, next.owner, next.result);
            held.set(next.owner, rest);
            break;
          }
          case 'die':
            runners.retire(next.owner);
            runners.add({ id: next.owner, host: 'here', processId: 1 });
            held.set(next.owner, []);
            break;
          case 'cancel':
            jobs.cancel(added[next.nth] ?? '', told('Cancelled by hand.'));
            break;
          case 'retry':
            jobs.retry(added[next.nth] ?? '');
            break;
          case 'clock':
            clockMs += next.byMs;
            break;
        }
        seen();
      }
      // Whatever still waits can be brought to its end.
      runners.retire('a');
      runners.retire('b');
      runners.add({ id: 'z', host: 'here', processId: 1 });
      for (let round = 0; round < 60; round += 1) {
        clockMs += 600_000;
        for (const job of jobs.lease(group, 'z', 100)) settle(job, 'z', done());
      }
      expect(jobList.counts({})).toMatchObject({ waiting: 0, leased: 0, retrying: 0 });
    }),
    { numRuns: 60 },
  );
});
