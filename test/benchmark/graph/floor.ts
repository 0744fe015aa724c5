import { delayMs, ROUND_TRIP_MS, type MeasuredDevice } from './measuredTenant.ts';

/** Reseal's own rule: so many devices in one import, and one import at a time. */
const BATCH_SIZE = 100;
/** Microsoft takes so many requests in one batch. */
const CALLS_IN_BATCH = 20;
/** What every device needs beside the import: to be read, to be named, and to be read again. */
const NEEDED_CALLS = 3;

export interface Floor {
  readonly processingMs: number;
  readonly roundTripsMs: number;
  readonly requests: number;
}

/**
 * What no client can beat that has one import of a hundred devices on its way at a time: the tenant's own time for each
 * import (that of its slowest device), then until the last devices can be read and show their names; and one round trip for
 * every request that is needed: an import, one look at it, and the three calls of each device in batches of twenty.
 */
export function floorOf(devices: readonly MeasuredDevice[]): Floor {
  let processingMs = 0;
  let requests = 0;
  let lastBatch: readonly MeasuredDevice[] = [];
  for (let start = 0; start < devices.length; start += BATCH_SIZE) {
    lastBatch = devices.slice(start, start + BATCH_SIZE);
    processingMs += Math.max(...lastBatch.map(({ serialNumber }) => delayMs('import', serialNumber)));
    requests += 2 + NEEDED_CALLS * Math.ceil(lastBatch.length / CALLS_IN_BATCH);
  }
  processingMs += Math.max(
    ...lastBatch.map(({ serialNumber }) => delayMs('listing', serialNumber) + delayMs('readBack', serialNumber)),
  );
  return { processingMs, roundTripsMs: requests * ROUND_TRIP_MS, requests };
}
