import type { EventEmitter } from 'node:events';
import type { Log } from '../ports.ts';

export const STOPPED =
  'Reseal met an error that it did not expect, and stopped. What you had saved is safe; send the log file in the data folder to whoever looks after Reseal.';

/**
 * What this process does with an error that nobody caught: it is logged, and then the door says so in its own way and ends.
 * Going on would be going on in a state that nobody knows.
 * @param end must end the process; it is called once, whatever else goes wrong meanwhile
 */
export function giveLastWords(process: Pick<EventEmitter, 'on'>, log: Log, end: () => void): void {
  let isEnding = false;
  const stop = (event: string) => (cause: unknown) => {
    log.error(event, { stack: cause instanceof Error ? cause.stack : String(cause) });
    if (isEnding) return;
    isEnding = true;
    end();
  };
  process.on('uncaughtException', stop('process.uncaughtException'));
  process.on('unhandledRejection', stop('process.unhandledRejection'));
}
