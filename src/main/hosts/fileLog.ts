import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Log } from '../ports.ts';
import { redact } from './redact.ts';

const KEPT_DAYS = 30;
const LOG_FILE = /^reseal-\d{4}-\d{2}-\d{2}\.log$/;

/** Writes events as JSON lines, one file per day, in `<data folder>/logs`; what is secret never gets there. */
export function createFileLog(dataFolder: string, door: string, now: () => Date): Log {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  forgetOldFiles(folder);
  const file = join(folder, `reseal-${now().toISOString().slice(0, 10)}.log`);
  // Synchronous, so that the line before a crash is there; worker transports would not survive packaging.
  const logger = pino(
    { base: { door, pid: process.pid }, timestamp: () => `,"time":"${now().toISOString()}"`, messageKey: 'event' },
    pino.destination({ dest: file, sync: true }),
  );
  return {
    info: (event, facts = {}) => logger.info(redact(facts), event),
    warn: (event, facts = {}) => logger.warn(redact(facts), event),
    error: (event, facts = {}) => logger.error(redact(facts), event),
  };
}

function forgetOldFiles(folder: string): void {
  const files = readdirSync(folder).filter((name) => LOG_FILE.test(name));
  for (const name of files.sort().slice(0, -KEPT_DAYS)) rmSync(join(folder, name), { force: true });
}
