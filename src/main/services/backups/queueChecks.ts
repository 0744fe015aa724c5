import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { queueCheck, type QueueCheck } from '../../../shared/backups/queueHealth.ts';
import { writeWhole } from '../../store/durableFile.ts';

/** Beside the queue and not in it: a damaged one could not keep it, and its copies must not bring it along. */
const FILE = 'reseal.checks.json';
const kept = z.object({ queue: z.string(), checks: z.array(queueCheck) });

export interface QueueChecks {
  /** The newest of each kind. */
  readonly list: () => readonly QueueCheck[];
  readonly add: (check: QueueCheck) => void;
}

/** What came of the checks of a queue's file. @param queue names the very file: what is known of another one does not count */
export function createQueueChecks(dataFolder: string, queue: string): QueueChecks {
  const file = join(dataFolder, FILE);
  let checks = read(file, queue);
  return {
    list: () => checks,
    add(check) {
      checks = [...checks.filter(({ kind }) => kind !== check.kind), check];
      writeWhole(file, `${JSON.stringify({ queue, checks }, null, 2)}\n`);
    },
  };
}

function read(file: string, queue: string): readonly QueueCheck[] {
  try {
    const found = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    return found.queue === queue ? found.checks : [];
  } catch {
    // None yet, or it cannot be read: the queue is checked anew.
    return [];
  }
}
