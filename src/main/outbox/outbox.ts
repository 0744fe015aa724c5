import { z } from 'zod';
import type { Reason } from '../../shared/jobs/reason.ts';
import type { Clock, Log } from '../ports.ts';
import type { StoredJob } from '../store/jobRow.ts';
import type { JobGroup, JobStore, NewJob } from '../store/jobStore.ts';
import type { RunnerStore } from '../store/runnerStore.ts';
import type { SettingStore } from '../store/settingStore.ts';
import { changeAfter } from './changeAfter.ts';
import { LeaseLostError, waitFor, type FailureJudge, type JobHandler, type JobResult } from './job.ts';
import { createLeaveToOthers } from './leaveToOthers.ts';
import { createRunnerLease } from './runnerLease.ts';

const PAUSED = 'outbox.paused';
/** How often to look for jobs that another process added. */
const OTHERS_JOBS_LOOK_EVERY_MS = 1_000;
const SHORTEST_SLEEP_MS = 10;
/** How many old ended jobs are deleted at a time: few enough that nobody has to wait. */
const PRUNED_AT_ONCE = 500;
const PRUNE_EVERY_MS = 60_000;

interface Stranded {
  readonly owner: string;
  readonly failure: unknown;
  readonly jitter: number;
}

export interface OutboxParts {
  readonly jobs: JobStore;
  readonly runners: RunnerStore;
  readonly settings: SettingStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly judge: FailureJudge;
  /** 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  /** Whether this process can speak to the tenant; where it cannot, jobs are left to one that can. */
  readonly canReach: (tenantId: string) => Promise<boolean>;
  /** Why nothing of the tenant may be sent, or null. */
  readonly holdOf: (tenantId: string) => Reason | null;
  /** Called after jobs have changed. */
  readonly changed: () => void;
}

export interface Outbox {
  /** Tells how a step of a kind of job is done; before the first start. */
  readonly handle: (...handlers: readonly JobHandler[]) => void;
  /** Adds a job and returns its id, or the id of an unfinished job with the same wish. May stand in a transaction. */
  readonly enqueue: (job: NewJob) => string;
  /** Runs what is due from now on. */
  readonly start: () => void;
  readonly isPaused: () => boolean;
  readonly pause: (paused: boolean) => void;
  /** Looks at once for what is due. */
  readonly wake: () => void;
  /** Why a job that is due is not begun, or null. */
  readonly heldBecause: (job: Pick<StoredJob, 'tenantId' | 'kind' | 'step' | 'state' | 'waitsFor'>) => Reason | null;
  /** Stops, and waits for what runs. */
  readonly close: () => Promise<void>;
}

/** Durable jobs: leases what is due, has it run by its handler, and writes down what became of it. */
export function createOutbox({
  jobs,
  runners,
  settings,
  clock,
  log,
  judge,
  random,
  canReach,
  holdOf,
  changed,
}: OutboxParts): Outbox {
  const handlers = new Map<string, JobHandler>();
  const lease = createRunnerLease(runners, clock, log);
  const running = new Set<Promise<void>>();
  const others = createLeaveToOthers(canReach, clock);
  /** Jobs that could not be given back, such as on a full disk; given back as soon as that is possible. */
  const stranded = new Map<string, Stranded>();
  let stop = new AbortController();
  let looping: Promise<void> | null = null;
  let prunedMs = Number.NEGATIVE_INFINITY;
  let wake = Promise.withResolvers<undefined>();

  const keyOf = ({ kind, step }: Pick<JobGroup, 'kind' | 'step'>): string => `${kind}/${step}`;
  const wakeUp = (): void => wake.resolve(undefined);
  // Nobody knows what an unreadable value says: sending can wait, and cannot be taken back.
  const isPaused = (): boolean => settings.read(PAUSED, z.boolean(), true) ?? false;

  const heldIn = (tenantId: string, handler: JobHandler | undefined): Reason | null =>
    holdOf(tenantId) ?? handler?.hold?.(tenantId) ?? null;

  function begin(group: JobGroup): boolean {
    const handler = handlers.get(keyOf(group));
    if (handler === undefined || heldIn(group.tenantId, handler) !== null) return false;
    const owner = lease.owner();
    const leased = jobs.lease(group, owner, handler.takes);
    if (leased.length === 0) return false;
    // Another process may have begun something between the look and the lease.
    const held = heldIn(group.tenantId, handler);
    if (held !== null) {
      for (const job of leased) jobs.settle(job.id, owner, changeAfter(job, waitFor(0, held), clock.now()));
      return false;
    }
    const run = runGroup(handler, leased, owner, stop.signal).finally(() => {
      running.delete(run);
      changed();
      wakeUp();
    });
    running.add(run);
    return true;
  }

  async function runGroup(
    handler: JobHandler,
    leased: readonly StoredJob[],
    owner: string,
    signal: AbortSignal,
  ): Promise<void> {
    const kept = new Map<string, StoredJob>();
    const settle = (job: StoredJob, result: JobResult): void => {
      const change = changeAfter(kept.get(job.id) ?? job, result, clock.now());
      if (!jobs.settle(job.id, owner, change)) throw new LeaseLostError();
    };
    const keep = (job: StoredJob, progress: unknown): void => {
      if (!jobs.keep(job.id, owner, progress)) throw new LeaseLostError();
      kept.set(job.id, { ...job, progress });
    };
    const jitter = random();
    let failure: unknown = new Error(`The handler of ${keyOf(handler)} left jobs without a result.`);
    try {
      await handler.run(leased, { signal, jitter, settle, keep });
    } catch (error) {
      failure = signal.aborted ? new LeaseLostError() : error;
    }
    for (const { id } of leased) stranded.set(id, { owner, failure, jitter });
    await giveBackStranded();
  }

  /** Settles jobs that a run has left leased: it ended with an error, or the transaction of its result was rolled back. */
  async function giveBackStranded(): Promise<void> {
    const at = clock.now();
    for (const [id, { owner, failure, jitter }] of stranded) {
      try {
        const job = jobs.leasedBy(id, owner);
        if (job !== null) jobs.settle(id, owner, changeAfter(job, await resultOf(failure, job, jitter), at));
        stranded.delete(id);
      } catch (error) {
        log.error('outbox.notGivenBack', { jobId: id, error: String(error) });
      }
    }
  }

  async function resultOf(failure: unknown, job: StoredJob, jitter: number): Promise<JobResult> {
    if (failure instanceof LeaseLostError) return waitFor(0, { code: 'jobs.interrupted' });
    log.warn('job.attemptFailed', { kind: job.kind, step: job.step, jobId: job.id, error: String(failure) });
    return judge(failure, job, jitter);
  }

  function pruneNowAndThen(): void {
    if (clock.monotonicMs() - prunedMs < PRUNE_EVERY_MS) return;
    prunedMs = clock.monotonicMs();
    jobs.prune(PRUNED_AT_ONCE);
  }

  /** One look: returns how long to sleep before the next. */
  async function look(): Promise<number> {
    await giveBackStranded();
    if (lease.keepUp() === 'lost') {
      stop.abort(new LeaseLostError());
      stop = new AbortController();
    }
    pruneNowAndThen();
    if (isPaused()) return OTHERS_JOBS_LOOK_EVERY_MS;
    const begun = (await others.oursOf(jobs.dueGroups())).filter(begin);
    if (begun.length > 0) changed();
    const next = jobs.nextDueAt(null)?.getTime() ?? Number.POSITIVE_INFINITY;
    const untilNext = next - clock.now().getTime();
    // A group that is due and was not begun is held back or runs already: the end of that wakes the loop.
    return untilNext <= 0
      ? OTHERS_JOBS_LOOK_EVERY_MS
      : Math.min(Math.max(untilNext, SHORTEST_SLEEP_MS), OTHERS_JOBS_LOOK_EVERY_MS);
  }

  async function nap(sleepMs: number, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    await Promise.race([wake.promise, clock.wait(sleepMs, AbortSignal.any([over.signal, signal]))]);
    over.abort();
  }

  async function loop(): Promise<void> {
    while (!stop.signal.aborted) {
      wake = Promise.withResolvers();
      let sleepMs = OTHERS_JOBS_LOOK_EVERY_MS;
      try {
        sleepMs = await look();
      } catch (error) {
        // A locked or full database: nothing is lost, and the next look may find it better.
        log.error('outbox.lookFailed', { error: String(error) });
      }
      await nap(sleepMs, stop.signal);
    }
    await Promise.all(running);
    try {
      lease.end();
    } catch (error) {
      // The next process finds this one gone, and takes its jobs over.
      log.error('outbox.leaseNotEnded', { error: String(error) });
    }
  }

  return {
    handle: (...added) => {
      for (const handler of added) handlers.set(keyOf(handler), handler);
    },
    enqueue(job) {
      const id = jobs.add(job);
      changed();
      wakeUp();
      return id;
    },
    start() {
      looping ??= loop();
    },
    isPaused,
    pause(paused) {
      settings.write(PAUSED, paused);
      changed();
      wakeUp();
    },
    wake: wakeUp,
    heldBecause(job) {
      if (job.state !== 'waiting' && job.state !== 'retrying') return null;
      if (job.waitsFor !== null) return null;
      if (isPaused()) return { code: 'jobs.paused' };
      const hold = holdOf(job.tenantId);
      if (hold !== null) return hold;
      if (others.isLeft(job)) return { code: 'jobs.leftToOthers' };
      return handlers.get(keyOf(job))?.hold?.(job.tenantId) ?? null;
    },
    async close() {
      stop.abort(new Error('Reseal is closing.'));
      await looping;
    },
  };
}
