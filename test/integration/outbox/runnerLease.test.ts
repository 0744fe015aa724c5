import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRunnerLease } from '../../../src/main/outbox/runnerLease.ts';
import { SILENCE_MS } from '../../../src/main/outbox/runnerLiveness.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { createRunnerStore, type RunnerStore } from '../../../src/main/store/runnerStore.ts';
import { leapingClock, never } from '../../fakes/graphFetch.ts';
import { keptLog, temporaryFolder } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let runners: RunnerStore;
const clock = leapingClock();

beforeEach(() => {
  folder = temporaryFolder();
  store = openStore(folder.path, clock.now);
  runners = createRunnerStore(store, clock.now);
});
afterEach(() => {
  store.close();
  folder.remove();
});

const lease = () => createRunnerLease(runners, clock, keptLog().log);

test('a runner on another computer that falls silent is retired after the silence, and not when a clock is set ahead', async () => {
  runners.add({ id: 'elsewhere', host: 'another-bench', processId: 1 });
  const here = lease();
  here.keepUp();
  clock.setTimeOfDay('2030-01-01T00:00:00Z');
  await clock.wait(SILENCE_MS - 1, never);
  here.keepUp();
  expect(runners.list()).toHaveLength(1);
  await clock.wait(1, never);
  here.keepUp();
  expect(runners.list()).toHaveLength(0);
});

test('whoever was taken for dead learns of it with its next sign of life, and leases under a new name', async () => {
  const here = lease();
  const name = here.owner();
  expect(here.keepUp()).toBe('held');
  runners.retire(name);
  await clock.wait(5_000, never);
  expect(here.keepUp()).toBe('lost');
  expect(here.owner()).not.toBe(name);
});
