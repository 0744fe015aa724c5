import { forgetOldFiles } from './attachments/forgetOldFiles.ts';
import { expireOverdueDevices } from './bench/expiry.ts';
import type { ServiceContext } from './serviceContext.ts';

const HOUR_MS = 60 * 60_000;

/** What the passing of time alone asks for. */
const tasks = [
  { name: 'expiry', run: expireOverdueDevices },
  { name: 'attachments.forget', run: forgetOldFiles },
] as const;

/**
 * Does what time asks for, now. The next hour tries again: a queue that is busy or full must not end the program from here, nor
 * keep it from starting.
 */
export function runHourly(context: ServiceContext): void {
  for (const { name, run } of tasks) {
    try {
      run(context);
    } catch (error) {
      context.ports.log.error('hourly.failed', { task: name, reason: String(error) });
    }
  }
}

/** Does so every hour from the start on. */
export function createHourlyWatch(context: ServiceContext) {
  const stopping = new AbortController();
  let watching = Promise.resolve();
  return {
    start(): void {
      watching = watch(context, stopping.signal);
    },
    close(): Promise<void> {
      stopping.abort();
      return watching;
    },
  };
}

async function watch(context: ServiceContext, signal: AbortSignal): Promise<void> {
  const { clock } = context.ports;
  await clock.wait(HOUR_MS, signal);
  while (!signal.aborted) {
    runHourly(context);
    await clock.wait(HOUR_MS, signal);
  }
}
