import type { Clock, Log } from '../ports.ts';
import type { JobChange, JobGroup, JobStore, NewJob, StoredJob } from '../store/jobStore.ts';
import type { RunnerStore } from '../store/runnerStore.ts';
import type { SettingStore } from '../store/settingStore.ts';
import { changeAfter } from './changeAfter.ts';
import { LeaseLostError, waitFor, type FailureJudge, type JobHandler, type JobResult } from './job.ts';
import { createRunnerLease } from './runnerLease.ts';

const PAUSED = 'outbox.paused';
/** How often to look for jobs that another process added. */
const LOOK_EVERY_MS = 1_000;
const SHORTEST_SLEEP_MS = 10;
/** Somebody who watches is told after so long that the network is away; the job itself waits on. */
const OFFLINE_PATIENCE_MS = 30_000;

export interface OutboxParts {
  readonly jobs: JobStore;
  readonly runners: RunnerStore;
  readonly settings: SettingStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly judge: FailureJudge;
  /** Called after jobs have changed. */
  readonly changed: () => void;
}

export interface Outbox {
  /** Tells how a step of a kind of job is done; before the first start. */
  readonly handle: (...handlers: readonly JobHandler[]) => void;
  /** Keeps a job and returns its id, or that of the job that wishes the same already. May stand in a transaction. */
  readonly enqueue: (job: NewJob) => string;
  /** Runs jobs until the returned function is called; several callers share one runner. */
  readonly start: () => () => Promise<void>;
  /** Runs jobs until the condition holds, or the signal aborts. */
  readonly runUntil: (isSettled: () => boolean, signal: AbortSignal) => Promise<void>;
  /** Runs jobs until these have ended, or cannot go on without somebody or something else. */
  readonly runUntilSettled: (jobIds: readonly string[], signal: AbortSignal) => Promise<void>;
  readonly isPaused: () => boolean;
  readonly pause: (paused: boolean) => void;
  /** Looks at once for what is due. */
  readonly wake: () => void;
  /** Why a job that is due is not begun, or null. */
  readonly heldBecause: (job: StoredJob) => string | null;
  /** Ends every run and waits for it. */
  readonly close: () => Promise<void>;
}

/** Durable jobs: leases what is due, has it run by its handler, and writes down what became of it. */
export function createOutbox({ jobs, runners, settings, clock, log, judge, changed }: OutboxParts): Outbox {
  const handlers = new Map<string, JobHandler>();
  const lease = createRunnerLease(runners, log);
  const running = new Map<string, Promise<void>>();
  /** Results that could not be written, such as on a full disk; written as soon as that is possible. */
  const unwritten = new Map<string, { readonly owner: string; readonly change: JobChange }>();
  let users = 0;
  let stop = new AbortController();
  let looping: Promise<void> = Promise.resolve();
  let wake = Promise.withResolvers<undefined>();

  const keyOf = ({ kind, step }: Pick<JobGroup, 'kind' | 'step'>): string => `${kind}/${step}`;
  const wakeUp = (): void => wake.resolve(undefined);
  const isPaused = (): boolean => settings.read(PAUSED) === true;

  function begin(group: JobGroup): boolean {
    const handler = handlers.get(keyOf(group));
    if (handler === undefined || (handler.hold?.(group.tenantId) ?? null) !== null) return false;
    const owner = lease.owner();
    const leased = jobs.lease(group, owner, handler.takes);
    if (leased.length === 0) return false;
    const key = `${group.tenantId}/${keyOf(group)}`;
    running.set(
      key,
      runGroup(handler, leased, owner, stop.signal).finally(() => {
        running.delete(key);
        changed();
        wakeUp();
      }),
    );
    return true;
  }

  async function runGroup(
    handler: JobHandler,
    leased: readonly StoredJob[],
    owner: string,
    signal: AbortSignal,
  ): Promise<void> {
    const open = new Map(leased.map((job) => [job.id, job]));
    const settle = (job: StoredJob, result: JobResult): void => {
      const current = open.get(job.id) ?? job;
      if (!jobs.settle(job.id, owner, changeAfter(current, result, clock.now()))) throw new LeaseLostError();
      open.delete(job.id);
    };
    const keep = (job: StoredJob, progress: unknown): void => {
      if (!jobs.keep(job.id, owner, progress)) throw new LeaseLostError();
      open.set(job.id, { ...job, progress });
    };
    let failure: unknown = new Error(`The handler of ${keyOf(handler)} left jobs without a result.`);
    try {
      await handler.run(leased, { signal, settle, keep });
    } catch (error) {
      failure = error;
    }
    for (const job of open.values()) giveBack(job, owner, await failureResult(failure, job, signal));
  }

  async function failureResult(error: unknown, job: StoredJob, signal: AbortSignal): Promise<JobResult> {
    if (signal.aborted || error instanceof LeaseLostError)
      return waitFor(0, 'It was interrupted, and goes on where it stood.');
    const result = await judge(error, job);
    log.warn('job.attemptFailed', { kind: job.kind, step: job.step, jobId: job.id, error: String(error) });
    return result;
  }

  function giveBack(job: StoredJob, owner: string, result: JobResult): void {
    const change = changeAfter(job, result, clock.now());
    try {
      jobs.settle(job.id, owner, change);
    } catch (error) {
      log.error('outbox.resultNotWritten', { jobId: job.id, error: String(error) });
      unwritten.set(job.id, { owner, change });
    }
  }

  function writeTheUnwritten(): void {
    for (const [id, { owner, change }] of unwritten) {
      jobs.settle(id, owner, change);
      unwritten.delete(id);
    }
  }

  /** One look: returns how long to sleep before the next. */
  function look(): number {
    writeTheUnwritten();
    if (lease.keepUp() === 'lost') {
      stop.abort(new LeaseLostError());
      stop = new AbortController();
    }
    if (isPaused()) return LOOK_EVERY_MS;
    const begun = jobs.dueGroups().filter(begin);
    if (begun.length > 0) changed();
    const next = jobs.nextDueAt(null)?.getTime() ?? Number.POSITIVE_INFINITY;
    const untilNext = next - clock.now().getTime();
    // What is due and was not begun is held or runs already: it is woken when that ends.
    return untilNext <= 0 ? LOOK_EVERY_MS : Math.min(Math.max(untilNext, SHORTEST_SLEEP_MS), LOOK_EVERY_MS);
  }

  async function nap(sleepMs: number, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    await Promise.race([wake.promise, clock.wait(sleepMs, AbortSignal.any([over.signal, signal]))]);
    over.abort();
  }

  async function loop(): Promise<void> {
    stop = new AbortController();
    while (!stop.signal.aborted) {
      wake = Promise.withResolvers();
      let sleepMs = LOOK_EVERY_MS;
      try {
        sleepMs = look();
      } catch (error) {
        // A locked or full database: nothing is lost, and the next look may find it better.
        log.error('outbox.lookFailed', { error: String(error) });
      }
      await nap(sleepMs, stop.signal);
    }
    await Promise.all(running.values());
    lease.end();
  }

  function start(): () => Promise<void> {
    users += 1;
    if (users === 1) looping = looping.then(loop);
    let isStopped = false;
    return async () => {
      if (isStopped) return;
      isStopped = true;
      users -= 1;
      if (users === 0) await end();
    };
  }

  async function end(): Promise<void> {
    stop.abort(new Error('Reseal is closing.'));
    await looping;
  }

  async function runUntil(isSettled: () => boolean, signal: AbortSignal): Promise<void> {
    const release = start();
    try {
      while (!signal.aborted && !isSettled()) {
        await nap(LOOK_EVERY_MS, signal);
      }
    } finally {
      await release();
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
    start,
    runUntil,
    runUntilSettled: (jobIds, signal) =>
      runUntil(
        () =>
          jobs
            .list({ ids: jobIds, states: ['waiting', 'leased', 'retrying'] })
            .every((job) => isStuck(job, clock.now())),
        signal,
      ),
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
      if (isPaused()) return 'Sending is paused.';
      return handlers.get(keyOf(job))?.hold?.(job.tenantId) ?? null;
    },
    async close() {
      users = 0;
      await end();
    },
  };
}

/** Whether an unfinished job needs a person, the network, or something that no job brings about. */
export function isStuck(job: StoredJob, now: Date): boolean {
  if (job.state === 'leased') return false;
  if (job.waitsOn === 'person' || job.waitsFor !== null) return true;
  return job.offlineSince !== null && now.getTime() - Date.parse(job.offlineSince) > OFFLINE_PATIENCE_MS;
}
