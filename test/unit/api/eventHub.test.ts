import { expect, test } from 'vitest';
import { createEventHub } from '../../../src/main/eventHub.ts';
import type { BackendEvent } from '../../../src/shared/api/events.ts';

test('what one piece of work says thousands of times is told once, each topic by itself', async () => {
  const hub = createEventHub();
  const told: BackendEvent[] = [];
  hub.subscribe((event) => told.push(event));
  for (let device = 0; device < 20_000; device += 1) hub.publish('jobs.changed');
  hub.publish('devices.changed');
  expect(told).toEqual([]);
  await Promise.resolve();
  expect(told).toEqual([
    { topic: 'jobs.changed', revision: 1 },
    { topic: 'devices.changed', revision: 2 },
  ]);
  hub.publish('jobs.changed');
  await Promise.resolve();
  expect(told.map(({ revision }) => revision)).toEqual([1, 2, 3]);
});
