import { join } from 'node:path';
import type { Backup, BackupReason } from '../../../shared/backups/backup.ts';
import type { CheckKind, QueueCheck } from '../../../shared/backups/queueHealth.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { listBackups } from '../../store/backupFolder.ts';
import { createRemovalByAge } from '../retention/removalByAge.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { createQueueChecks } from './queueChecks.ts';
import { backedUp, checked } from './upkeepMessages.ts';
import { dueUpkeep } from './dueUpkeep.ts';
import { runUpkeep } from './upkeepThread.ts';

/** How often the file is looked for: a disk that is pulled out is noticed by then. */
const LOOK_EVERY_MS = 5_000;
const MINUTE_MS = 60_000;

/** What became of the second place in this run. */
interface Elsewhere {
  readonly copiedAt: string | null;
  readonly problem: Failure | null;
}

/**
 * Copies the queue and checks its file when it is time, in a thread of its own, removes what is old enough at night, and notices
 * when the file goes away.
 */
export function createUpkeep(context: ServiceContext) {
  const { ports, publish, settings, store } = context;
  const { clock, dataFolder, log } = ports;
  const { file, guard, key } = store;
  const folder = join(dataFolder, 'backups');
  const checks = createQueueChecks(dataFolder, guard.opened);
  const stop = new AbortController();
  let working = Promise.resolve();
  let elsewhere: (Elsewhere & { readonly folder: string }) | null = null;
  let isSuspected = store.wasLeftOpen;
  let trouble: string | null = null;
  let quietSinceMs = clock.monotonicMs();
  let triedMs = Number.NEGATIVE_INFINITY;

  takeFindings();

  function takeFindings(): void {
    guard.setDamaged(checks.list().some(({ problems }) => problems.length > 0));
  }

  async function check(depth: CheckKind): Promise<void> {
    isSuspected = false;
    const { problems } = await runUpkeep({ kind: 'check', file, key, depth }, checked);
    const found: QueueCheck = { kind: depth, at: clock.now().toISOString(), problems };
    if (problems.length > 0) log.error('queue.damaged', { depth, problems });
    checks.add(found);
    takeFindings();
    lookForTrouble();
    publish('backups.changed');
  }

  /** @param to a folder for this copy alone; null for the one in the settings */
  async function backUp(reason: BackupReason, to: string | null) {
    const moved = guard.trouble();
    if (moved !== null) throw moved;
    const secondPlace = to ?? (readSettings(settings).backupFolder || null);
    const now = clock.now();
    const task = { kind: 'backUp', file, key, folder, reason, now: now.getTime(), secondPlace } as const;
    const { made, elsewhere: copied } = await runUpkeep(task, backedUp);
    const copy = copied === null || 'file' in copied ? copied : asError(copied);
    if (secondPlace !== null && to === null) {
      const problem = copy instanceof AppError ? copy.toFailure() : null;
      elsewhere = { folder: secondPlace, copiedAt: problem === null ? now.toISOString() : null, problem };
      if (problem !== null) log.warn('backups.notElsewhere', { code: problem.code });
    }
    log.info('backups.made', { reason, devices: made.devices, sizeBytes: made.sizeBytes });
    publish('backups.changed');
    return { made, copy };
  }

  /** A file that is moved away, or comes back, is news for the page. */
  function lookForTrouble(): void {
    const now = guard.trouble()?.message ?? null;
    if (now === trouble) return;
    trouble = now;
    log.error('queue.trouble', { now });
    publish('backups.changed');
  }

  async function look(): Promise<void> {
    lookForTrouble();
    // What has failed is not tried again every few seconds.
    if (clock.monotonicMs() - triedMs < MINUTE_MS && !isSuspected) return;
    const [newest] = listBackups(folder).filter(({ reason }) => reason === 'daily' || reason === 'manual');
    const due = dueUpkeep({
      now: clock.now(),
      isQuiet: clock.monotonicMs() - quietSinceMs >= MINUTE_MS,
      isSuspected,
      isInTrouble: trouble !== null,
      lastBackupAt: newest?.madeAt ?? null,
      lastRemovedByAgeAt: trouble === null ? createRemovalByAge(context).lastAt() : null,
      checks: checks.list(),
    });
    if (due === null) return;
    triedMs = clock.monotonicMs();
    if (due === 'removeByAge') createRemovalByAge(context).run('Reseal');
    else if (due === 'daily') await backUp('daily', null);
    else await check(due);
  }

  async function watch(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        await look();
      } catch (error) {
        log.warn('upkeep.failed', { reason: String(error) });
      }
      await clock.wait(LOOK_EVERY_MS, stop.signal);
    }
  }

  return {
    start: (): void => {
      working = watch();
    },
    backUp,
    checks: checks.list,
    /** What became of the second place since this start; nothing is said of another folder. */
    elsewhere: (place: string): Elsewhere =>
      elsewhere?.folder === place
        ? { copiedAt: elsewhere.copiedAt, problem: elsewhere.problem }
        : { copiedAt: newestIn(place)?.madeAt ?? null, problem: null },
    /** A person does something: the copy of the day waits. */
    used: (): void => {
      quietSinceMs = clock.monotonicMs();
    },
    suspect: (): void => {
      isSuspected = true;
    },
    close: (): Promise<void> => {
      stop.abort();
      return working;
    },
  };
}

function newestIn(place: string): Backup | undefined {
  try {
    return listBackups(place)[0];
  } catch {
    return undefined;
  }
}

function asError({ code, message, remedy }: Failure): AppError {
  return new AppError(code, message, remedy === undefined ? {} : { remedy });
}
