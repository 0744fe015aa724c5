import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Log } from '../ports.ts';
import { redact } from './redact.ts';

const KEPT_DAYS = 30;
const LOG_FILE = /^reseal-\d{4}-\d{2}-\d{2}\.log$/;

/**
 * Writes events as JSON lines, one file per day, in `<data folder>/logs`; the files of the last 30 days stay, and what is
 * secret never gets there.
 */
export function createFileLog(dataFolder: string, door: string, now: () => Date): Log {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  let current = open();

  function open() {
    forgetOldFiles(folder);
    const day = now().toISOString().slice(0, 10);
    // Synchronous, so that the line before a crash is there; worker transports would not survive packaging.
    const destination = pino.destination({ dest: join(folder, `reseal-${day}.log`), sync: true });
    const timestamp = () => `,"time":"${now().toISOString()}"`;
    const logger = pino({ base: { door, pid: process.pid }, timestamp, messageKey: 'event' }, destination);
    return { day, destination, logger };
  }

  /** The logger of today's file: a bench PC runs for weeks. */
  function today(): pino.Logger {
    if (!now().toISOString().startsWith(current.day)) {
      current.destination.end();
      current = open();
    }
    return current.logger;
  }

  return {
    info: (event, facts = {}) => today().info(redact(facts), event),
    warn: (event, facts = {}) => today().warn(redact(facts), event),
    error: (event, facts = {}) => today().error(redact(facts), event),
  };
}

function forgetOldFiles(folder: string): void {
  const files = readdirSync(folder).filter((name) => LOG_FILE.test(name));
  for (const name of files.sort().slice(0, 1 - KEPT_DAYS)) rmSync(join(folder, name), { force: true });
}
