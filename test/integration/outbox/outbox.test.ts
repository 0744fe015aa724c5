import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { done, retryAfter, waitFor, type JobHandler } from '../../../src/main/outbox/job.ts';
import { createOutbox, type Outbox } from '../../../src/main/outbox/outbox.ts';
import { createJobList, type JobList } from '../../../src/main/store/jobList.ts';
import { createJobStore, type JobStore, type NewJob } from '../../../src/main/store/jobStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { createRunnerStore } from '../../../src/main/store/runnerStore.ts';
import { createSettingStore } from '../../../src/main/store/settingStore.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { keptLog, temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { told } from '../../rigs/told.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let jobList: JobList;
let jobs: JobStore;
let clockAheadMs = 0;
/** Stands unless a test moves it. */
let uptimeMs = 0;
const opened: Outbox[] = [];
const now = () => new Date(Date.now() + clockAheadMs);

beforeEach(() => {
  clockAheadMs = 0;
  uptimeMs = 0;
  folder = temporaryFolder();
  store = openStore(folder.path, now);
  jobs = createJobStore(store, now);
  jobList = createJobList(store);
  addTenant(store);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((outbox) => outbox.close()));
  store.close();
  folder.remove();
});

const job = (name: string): NewJob => ({
  kind: 'test',
  step: 'send',
  wish: name,
  tenantId,
  deviceId: null,
  act: told(`Do ${name}`),
  payload: {},
});

/** An outbox as another process on the same database would have one. */
function openOutbox(
  run: JobHandler['run'],
  hold: JobHandler['hold'] = () => null,
  canReach = true,
  random = () => 0,
): Outbox {
  const outbox = createOutbox({
    jobs,
    runners: createRunnerStore(store, now),
    settings: createSettingStore(store),
    clock: { ...testPorts(folder.path).clock, now, monotonicMs: () => uptimeMs },
    log: keptLog().log,
    judge: (_error, _job, jitter) => Promise.resolve(retryAfter(jitter * 60_000, told('Tried again.'))),
    random,
    canReach: () => Promise.resolve(canReach),
    holdOf: () => null,
    changed: () => undefined,
  });
  outbox.handle({ kind: 'test', step: 'send', takes: 3, hold, run });
  opened.push(outbox);
  return outbox;
}

/** Finds what never happens; how long it takes is not judged. */
const inTheEnd = { timeout: 120_000, interval: 5 };
const untilAllAre = (state: 'done' | 'waiting' | 'failed', count: number) =>
  vi.waitFor(() => expect(jobList.counts({})[state]).toBe(count), inTheEnd);

describe('the outbox', () => {
  test('two on one database share the jobs, and no job runs twice', async () => {
    const ran: string[] = [];
    const run: JobHandler['run'] = (leased, { settle }) => {
      for (const each of leased) {
        ran.push(each.wish);
        settle(each, done());
      }
      return Promise.resolve();
    };
    const wishes = Array.from({ length: 50 }, (_, index) => `w${index}`);
    const first = openOutbox(run);
    openOutbox(run).start();
    first.start();
    for (const wish of wishes) first.enqueue(job(wish));
    await untilAllAre('done', wishes.length);
    expect(ran.toSorted()).toEqual(wishes.toSorted());
  });

  test('what a handler settles in a transaction that is rolled back is tried again', async () => {
    let attempts = 0;
    const outbox = openOutbox((leased, { settle }) => {
      attempts += 1;
      store.write(() => {
        for (const each of leased) settle(each, done());
        if (attempts === 1) throw new Error('The disk is full.');
      });
      return Promise.resolve();
    });
    outbox.enqueue(job('a'));
    outbox.start();
    await untilAllAre('done', 1);
    expect(attempts).toBe(2);
    expect(jobList.page({})[0]).toMatchObject({ attempts: 1 });
  });

  test('jobs that fail together are tried again together, and stay one batch', async () => {
    const runs: number[] = [];
    const draws = [0.001, 0.9, 0.5, 0.7];
    const outbox = openOutbox(
      (leased, { settle }) => {
        runs.push(leased.length);
        if (runs.length === 1) return Promise.reject(new Error('Throttled.'));
        for (const each of leased) settle(each, done());
        return Promise.resolve();
      },
      () => null,
      true,
      () => draws.shift() ?? 0,
    );
    for (const wish of ['a', 'b', 'c']) outbox.enqueue(job(wish));
    outbox.start();
    await untilAllAre('done', 3);
    expect(runs).toEqual([3, 3]);
  });

  test('a handler that judges each job by itself has one jitter for all of them, and another in its next run', async () => {
    const jitters: number[][] = [];
    const draws = [0.25, 0.75];
    const outbox = openOutbox(
      (leased, { settle, jitter }) => {
        jitters.push(leased.map(() => jitter));
        for (const each of leased) settle(each, jitters.length === 1 ? retryAfter(0, told('Tried again.')) : done());
        return Promise.resolve();
      },
      () => null,
      true,
      () => draws.shift() ?? 0,
    );
    for (const wish of ['a', 'b']) outbox.enqueue(job(wish));
    outbox.start();
    await untilAllAre('done', 2);
    expect(jitters).toEqual([
      [0.25, 0.25],
      [0.75, 0.75],
    ]);
  });

  test('a job that a handler forgets to settle is not forgotten', async () => {
    let attempts = 0;
    const outbox = openOutbox((leased, { settle }) => {
      attempts += 1;
      if (attempts > 1) for (const each of leased) settle(each, done());
      return Promise.resolve();
    });
    outbox.enqueue(job('a'));
    outbox.start();
    await untilAllAre('done', 1);
  });

  test('progress that was kept before a failure is there at the next attempt', async () => {
    const seen: unknown[] = [];
    const outbox = openOutbox((leased, { settle, keep }) => {
      for (const each of leased) {
        seen.push(each.progress);
        if (seen.length === 1) {
          keep(each, { sent: true });
          throw new Error('The connection broke.');
        }
        settle(each, done());
      }
      return Promise.resolve();
    });
    outbox.enqueue(job('a'));
    outbox.start();
    await untilAllAre('done', 1);
    expect(seen).toEqual([{}, { sent: true }]);
  });

  test('closing waits for what runs, and gives back what did not finish', async () => {
    const began = Promise.withResolvers<undefined>();
    const outbox = openOutbox(async (_, { signal }) => {
      began.resolve(undefined);
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    });
    outbox.enqueue(job('a'));
    outbox.start();
    await began.promise;
    await outbox.close();
    expect(jobList.page({})[0]).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(createRunnerStore(store, now).list()).toEqual([]);
  });

  test('what is held is not begun, and says why', () => {
    const outbox = openOutbox(
      () => Promise.resolve(),
      () => told('Waits for the batch before it.'),
    );
    const id = outbox.enqueue(job('a'));
    outbox.start();
    const held = jobs.get(id);
    expect(held?.state).toBe('waiting');
    expect(held === null ? null : outbox.heldBecause(held)).toEqual(told('Waits for the batch before it.'));
  });

  test('a wait that was made while the clock was a month ahead does not last a month', async () => {
    let attempts = 0;
    const outbox = openOutbox((leased, { settle }) => {
      attempts += 1;
      for (const each of leased) settle(each, attempts === 1 ? waitFor(600_000, told('Waits ten minutes.')) : done());
      return Promise.resolve();
    });
    clockAheadMs = 30 * 24 * 3_600_000;
    outbox.enqueue(job('a'));
    outbox.start();
    await vi.waitFor(() => expect(jobList.page({})[0]?.reason).toEqual(told('Waits ten minutes.')), inTheEnd);
    clockAheadMs = 0;
    await untilAllAre('done', 1);
  });

  test('a process that cannot speak to the tenant leaves its jobs to one that can', async () => {
    const ranBy: string[] = [];
    const runAs =
      (name: string): JobHandler['run'] =>
      (leased, { settle }) => {
        ranBy.push(name);
        for (const each of leased) settle(each, done());
        return Promise.resolve();
      };
    const signedOut = openOutbox(runAs('signed out'), () => null, false);
    signedOut.enqueue(job('a'));
    signedOut.start();
    const left = { tenantId, kind: 'test', step: 'send', state: 'waiting', waitsFor: null } as const;
    await vi.waitFor(() => expect(signedOut.heldBecause(left)).toEqual({ code: 'jobs.leftToOthers' }), inTheEnd);
    openOutbox(runAs('signed in')).start();
    await untilAllAre('done', 1);
    expect(ranBy).toEqual(['signed in']);
  });

  test('a job that no process takes is begun after half a minute, so that it says what it waits for', async () => {
    const outbox = openOutbox(
      (leased, { settle }) => {
        for (const each of leased) settle(each, done(told('Waits until somebody signs in.')));
        return Promise.resolve();
      },
      () => null,
      false,
    );
    outbox.enqueue(job('a'));
    outbox.start();
    const left = { tenantId, kind: 'test', step: 'send', state: 'waiting', waitsFor: null } as const;
    await vi.waitFor(() => expect(outbox.heldBecause(left)).not.toBeNull(), inTheEnd);
    uptimeMs = 30_000;
    await untilAllAre('done', 1);
  });
});
