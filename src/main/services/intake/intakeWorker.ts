import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../shared/outcome/appError.ts';
import { databaseProblem } from '../../store/databaseProblem.ts';
import { createFreeSpace } from '../../store/freeSpace.ts';
import { openStore } from '../../store/openStore.ts';
import { UnreadableRowError } from '../../store/setAside.ts';
import { systemClock } from '../../systemClock.ts';
import { createIntakeEngine, type IntakeEngine } from './intakeEngine.ts';
import {
  workerStart,
  type IntakeAnswer,
  type IntakeCall,
  type IntakeRequest,
  type StopSign,
  type WorkerStart,
} from './intakeMessages.ts';
import type { OpenFile } from './openFiles.ts';

/** An engine on its own connection to the queue. */
interface Workplace {
  readonly engine: IntakeEngine;
  /** Copies the log into the database and gives free pages back, as far as the disk lets it. */
  readonly tidyUp: () => void;
}

/**
 * The thread that reads, checks and imports files. No fault of the disk ends it, since a preview lives in it: a call is
 * refused, and the next one tries again.
 */
function runWorker(port: NonNullable<typeof parentPort>, { dataFolder, key }: WorkerStart): void {
  let now = new Date(0);
  let workplace: Workplace | null = null;
  let handed: OpenFile[] = [];
  const stops = new Set<StopSign>();
  const answer = (message: IntakeAnswer<unknown>): void => {
    port.postMessage(message);
  };

  /** @throws what keeps the queue from being opened */
  function open(): Workplace {
    const store = openStore(dataFolder, () => now, key, { ifMissing: 'refuse' });
    // The answer does not wait for the log to be copied into the database; that follows at once, still in this thread.
    store.database.pragma('wal_autocheckpoint = 0');
    store.setAside.onFound((row) => answer({ kind: 'setAside', row }));
    const freeSpace = createFreeSpace(store.database);
    const engine = createIntakeEngine({
      store,
      now: () => now,
      monotonicMs: systemClock.monotonicMs,
      isCancelled: (wanted) =>
        [...stops].some(({ previewId, flag }) => previewId === wanted && Atomics.load(new Int32Array(flag), 0) !== 0),
      progress: (progress) => answer({ kind: 'progress', progress }),
    });
    return {
      engine,
      tidyUp() {
        try {
          store.database.pragma('wal_checkpoint(PASSIVE)');
        } catch {
          // A full disk, say: the log stays as it is until the next call.
        }
        void freeSpace.giveBack();
      },
    };
  }

  async function handle({ id, name, input }: IntakeCall): Promise<IntakeAnswer<unknown>> {
    const files = handed;
    handed = [];
    try {
      workplace ??= open();
      const { engine } = workplace;
      for (const file of files) engine.hand(file);
      // The router has parsed the input against the contract of this very procedure.
      const handler: (input: never) => unknown = engine.handlers[name];
      return { kind: 'done', id, value: await Reflect.apply(handler, undefined, [input]) };
    } catch (error) {
      if (error instanceof UnreadableRowError) answer({ kind: 'setAside', row: error.row });
      const refusal = error instanceof AppError ? error : databaseProblem(error);
      if (refusal !== null) return { kind: 'refused', id, failure: refusal.toFailure() };
      return { kind: 'failed', id, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }

  port.on('message', (request: IntakeRequest) => {
    if (request.name === 'hand') {
      handed.push(request.file);
      return;
    }
    now = new Date(request.now);
    stops.add(request.stop);
    void handle(request).then((message) => {
      stops.delete(request.stop);
      answer(message);
      if (request.kind === 'command') workplace?.tidyUp();
    });
  });
}

if (parentPort !== null) runWorker(parentPort, workerStart.parse(workerData));
