import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import { intakeProcedures } from '../../../shared/api/contract/intake.ts';
import type { IntakeAnswer, IntakeRequest, StopSign, WorkerOrder } from './intakeMessages.ts';
import type { UnreadableRow } from '../../store/setAside.ts';
import { workerFile } from '../../workerFile.ts';
import type { EngineProcedure } from './intakeProcedures.ts';
import type { OpenFile } from './openFiles.ts';
import type { IntakeProgress } from './reading/readFiles.ts';

export interface IntakeThread {
  readonly call: <Name extends EngineProcedure>(name: Name, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>;
  /** Shares a file with the thread; the next call that names it reads it. */
  readonly hand: (file: OpenFile) => void;
  /** Stops what is under way for a preview; those calls are refused as `cancelled`. */
  readonly cancel: (previewId: string) => void;
  /** Which of its starts answers the next call: what another one held in memory is gone. */
  readonly startOfNextCall: () => number;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly stop: StopSign;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Rows are made by the thousand and all of them are kept: a small nursery would copy each of them twice, a large one is memory that lies idle. */
const YOUNG_MEGABYTES = 48;

/** Starts the worker at the first call, and again should it ever die. It keeps no process alive that has nothing to wait for. */
export function createIntakeThread(
  start: WorkerOrder,
  now: () => Date,
  onProgress: (progress: IntakeProgress) => void,
  onSetAside: (row: UnreadableRow) => void,
): IntakeThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;
  let starts = 0;

  function begin(): Worker {
    starts += 1;
    const started = new Worker(workerFile('services/intake/intakeWorker'), {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    started.on('message', onAnswer);
    started.on('error', (cause) => failAll(ended(cause)));
    started.on('exit', () => {
      if (worker === started) worker = null;
      failAll(ended(undefined));
    });
    return started;
  }

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  // Both ends are this program: the value is the answer of the procedure that was called under this id.
  function onAnswer(answer: IntakeAnswer<never>): void {
    if (answer.kind === 'progress') {
      onProgress(answer.progress);
      return;
    }
    if (answer.kind === 'setAside') {
      onSetAside(answer.row);
      return;
    }
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker?.unref();
    if (call === undefined) return;
    if (answer.kind === 'refused') call.reject(appErrorOf(answer.failure));
    else if (answer.kind === 'failed') call.reject(new Error(answer.stack));
    else call.resolve(answer.value);
  }

  function running(): Worker {
    worker ??= begin();
    return worker;
  }

  function call<Name extends EngineProcedure>(name: Name, input: ParsedInputOf<Name>): Promise<OutputOf<Name>> {
    const target = running();
    target.ref();
    const stop = { previewId: previewIdOf(input), flag: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
    const { kind } = intakeProcedures[name];
    const request: IntakeRequest = { id: ++lastId, now: now().getTime(), name, kind, input, stop };
    return new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject, stop });
      target.postMessage(request);
    });
  }

  return {
    call,
    hand: (file) => {
      const request: IntakeRequest = { name: 'hand', file };
      running().postMessage(request);
    },
    cancel: (previewId) => {
      for (const { stop } of waiting.values()) {
        if (stop.previewId === previewId) Atomics.store(new Int32Array(stop.flag), 0, 1);
      }
    },
    startOfNextCall: () => (worker === null ? starts + 1 : starts),
    async close() {
      const ending = worker;
      worker = null;
      if (ending !== null) await ending.terminate();
    },
  };
}

/** The preview that a call is about; null where it is about none, or makes one. */
export function previewIdOf(input: ParsedInputOf<EngineProcedure>): string | null {
  return 'previewId' in input ? (input.previewId ?? null) : null;
}

/** The thread and with it the call are gone; files and entries are not. */
function ended(cause: unknown): AppError {
  return new AppError('internal', 'The part of Reseal that reads files stopped; nothing that you entered is lost.', {
    remedy: 'Try again.',
    cause,
  });
}

function appErrorOf({ code, message, remedy, fields }: Failure): AppError {
  return new AppError(code, message, {
    ...(remedy === undefined ? {} : { remedy }),
    ...(fields === undefined ? {} : { fields }),
  });
}
