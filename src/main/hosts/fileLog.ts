import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Log } from '../ports.ts';
import { redact } from './redact.ts';

const KEPT_DAYS = 30;
const LOG_FILE = /^reseal-\d{4}-\d{2}-\d{2}\.log$/;

interface OpenFile {
  readonly day: string;
  readonly descriptor: number;
}

/**
 * Writes events as JSON lines, one file per day, in `<data folder>/logs`; the files of the last 30 days stay, and what is
 * secret never gets there. It never throws: a line that the disk does not take is counted, and the first one that it takes
 * again is preceded by one that says how many are missing.
 */
export function createFileLog(dataFolder: string, door: string, now: () => Date): Log {
  const folder = join(dataFolder, 'logs');
  let file: OpenFile | null = null;
  let lostLines = 0;
  let isLineTorn = false;

  // Synchronous, so that the line before a crash is there; worker transports would not survive packaging.
  const timestamp = () => `,"time":"${now().toISOString()}"`;
  const logger = pino({ base: { door, pid: process.pid }, timestamp, messageKey: 'event' }, { write: append });

  /** @throws whatever the disk says */
  function append(line: string): void {
    const { descriptor } = fileOfToday();
    const bytes = Buffer.from(isLineTorn ? `\n${line}` : line);
    isLineTorn = true;
    // One call for a whole line, since other processes append to the same file; a full disk takes a part of it.
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    isLineTorn = false;
  }

  /** Another one after midnight: a bench PC runs for weeks. */
  function fileOfToday(): OpenFile {
    const day = now().toISOString().slice(0, 10);
    if (file?.day === day) return file;
    letGo();
    mkdirSync(folder, { recursive: true });
    forgetOldFiles(folder);
    file = { day, descriptor: openSync(join(folder, `reseal-${day}.log`), 'a') };
    return file;
  }

  function letGo(): void {
    const ended = file;
    file = null;
    if (ended !== null) tolerate(() => closeSync(ended.descriptor));
  }

  function tell(level: 'info' | 'warn' | 'error', event: string, facts: Readonly<Record<string, unknown>>): void {
    try {
      if (lostLines > 0) logger.warn({ lines: lostLines }, 'log.linesLost');
      lostLines = 0;
      logger[level](redact(facts), event);
    } catch {
      lostLines += 1;
      // The folder may be another one by the next line.
      letGo();
    }
  }

  return {
    info: (event, facts = {}) => tell('info', event, facts),
    warn: (event, facts = {}) => tell('warn', event, facts),
    error: (event, facts = {}) => tell('error', event, facts),
  };
}

/** A file that cannot be removed stays; today's line matters more. */
function forgetOldFiles(folder: string): void {
  tolerate(() => {
    const files = readdirSync(folder).filter((name) => LOG_FILE.test(name));
    for (const name of files.sort().slice(0, 1 - KEPT_DAYS)) rmSync(join(folder, name), { force: true });
  });
}

function tolerate(work: () => void): void {
  try {
    work();
  } catch {
    // Said by the caller's docstring: nothing depends on it.
  }
}
