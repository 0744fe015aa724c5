import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../../shared/outcome/appError.ts';
import type { BackendEvent } from '../../../../shared/api/events.ts';
import type { Clock } from '../../../ports.ts';
import type { FileReading, ReadingContext } from './fileReading.ts';
import { readFile } from './readFile.ts';

export type IntakeProgress = NonNullable<BackendEvent['progress']>;

/** How a piece of work hears that it is to stop, and tells how far it is. */
export interface Watch {
  /** Whether a person has given up waiting. */
  readonly isCancelled: () => boolean;
  readonly progress: (progress: Omit<IntakeProgress, 'previewId'>) => void;
  readonly monotonicMs: Clock['monotonicMs'];
}

/** Long enough to be cheap, short enough that a question asked meanwhile is answered at once. */
const TURN_MS = 25;
const PROGRESS_MS = 100;

export interface FileToRead {
  readonly name: string;
  readonly bytes: Buffer;
}

/** One file, and everything that was found in it. */
export interface ReadFile {
  readonly file: FileToRead;
  readonly readings: readonly FileReading[];
}

/**
 * Reads files one after the other, in turns.
 * @throws AppError `cancelled`
 */
export async function readFiles(
  files: readonly FileToRead[],
  context: Omit<ReadingContext, 'pause'>,
  watch: Watch,
): Promise<ReadFile[]> {
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const read: ReadFile[] = [];
  let before = 0;
  let turnStarted = watch.monotonicMs();
  let progressAt = turnStarted;
  for (const file of files) {
    const pause = async (bytesDone: number): Promise<void> => {
      throwIfCancelled(watch);
      const at = watch.monotonicMs();
      if (at - progressAt > PROGRESS_MS) {
        progressAt = at;
        const done = Math.min(before + bytesDone, total);
        watch.progress({ subject: file.name, done, total, unit: 'bytes' });
      }
      if (at - turnStarted < TURN_MS) return;
      await nextTurn();
      turnStarted = watch.monotonicMs();
    };
    read.push({ file, readings: await readFile(file.name, file.bytes, { ...context, pause }) });
    before += file.bytes.length;
  }
  return read;
}

/** @throws AppError `cancelled` */
export function throwIfCancelled({ isCancelled }: Watch): void {
  if (isCancelled()) throw new AppError('cancelled', 'Stopped. Nothing was imported.');
}
