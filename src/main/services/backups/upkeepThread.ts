import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { z } from 'zod';
import { AppError } from '../../../shared/outcome/appError.ts';
import { workerFile } from '../../workerFile.ts';
import { upkeepAnswer, type UpkeepOrder } from './upkeepMessages.ts';

/**
 * Has a thread do one task on the file of the queue, so that nobody waits for it.
 * @throws AppError where it is refused in words
 */
export async function runUpkeep<Value>(task: UpkeepOrder, schema: z.ZodType<Value>): Promise<Value> {
  const worker = new Worker(workerFile('services/backups/upkeepWorker'), { workerData: task });
  try {
    const said: readonly unknown[] = await once(worker, 'message');
    const answer = upkeepAnswer.parse(said[0]);
    if (answer.ok) return schema.parse(answer.value);
    const { code, message: words, remedy } = answer.error;
    throw new AppError(code, words, remedy === undefined ? {} : { remedy });
  } finally {
    await worker.terminate();
  }
}
