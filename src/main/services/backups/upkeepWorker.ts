import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Backup } from '../../../shared/backups/backup.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { backUp } from '../../store/backUp.ts';
import { removeOldBackups } from '../../store/backupFolder.ts';
import { copyBackup } from '../../store/copyBackup.ts';
import { databaseProblem } from '../../store/databaseProblem.ts';
import { fullCheck, quickCheck } from '../../store/inspectBackup.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { upkeepTask, type UpkeepAnswer, type UpkeepTask } from './upkeepMessages.ts';

/** Does one task on a connection of its own, and ends. The connection only reads: it makes no queue where there is none. */
function done(task: UpkeepTask): UpkeepAnswer {
  try {
    const database = openSqlite(task.file, { key: task.key, readonly: true });
    try {
      if (task.kind === 'check') {
        const problems = task.depth === 'full' ? fullCheck(database) : quickCheck(database);
        return { ok: true, value: { problems } };
      }
      const now = new Date(task.now);
      const made = backUp(database, task.folder, { reason: task.reason, now, key: task.key });
      removeOldBackups(task.folder, made.queueId, now);
      return {
        ok: true,
        value: { made, elsewhere: task.secondPlace === null ? null : copied(made, task.secondPlace, now) },
      };
    } finally {
      database.close();
    }
  } catch (error) {
    const problem = wordsFor(error);
    if (task.kind === 'check' && problem.code === 'damaged') {
      return { ok: true, value: { problems: [reasonOf(error)] } };
    }
    return { ok: false, error: problem };
  }
}

/** A second place that cannot be reached is no reason against the first copy. */
function copied(made: Backup, folder: string, now: Date): Backup | Failure {
  try {
    return copyBackup(made, folder, now);
  } catch (error) {
    return wordsFor(error);
  }
}

function wordsFor(error: unknown): Failure {
  const problem = error instanceof AppError ? error : databaseProblem(error);
  if (problem === null) throw error;
  return problem.toFailure();
}

const reasonOf = (error: unknown): string =>
  z
    .object({ message: z.string() })
    .catch({ message: String(error) })
    .parse(error).message;

if (parentPort !== null) parentPort.postMessage(done(upkeepTask.parse(workerData)));
