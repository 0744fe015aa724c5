import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../shared/outcome/appError.ts';
import { databaseProblem } from '../../store/databaseProblem.ts';
import { createFreeSpace } from '../../store/freeSpace.ts';
import { openStore } from '../../store/openStore.ts';
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

/** The thread that reads, checks and imports files. It has its own connection to the queue. */
function runWorker(port: NonNullable<typeof parentPort>, { dataFolder }: WorkerStart): void {
  let now = new Date(0);
  const store = openStore(dataFolder, () => now, null, { ifMissing: 'refuse' });
  // The answer does not wait for the log to be copied into the database; that follows at once, still in this thread.
  store.database.pragma('wal_autocheckpoint = 0');
  const answer = (message: IntakeAnswer<unknown>): void => {
    port.postMessage(message);
  };
  const freeSpace = createFreeSpace(store.database);
  const stops = new Set<StopSign>();
  const engine = createIntakeEngine({
    store,
    now: () => now,
    monotonicMs: systemClock.monotonicMs,
    isCancelled: (wanted) =>
      [...stops].some(({ previewId, flag }) => previewId === wanted && Atomics.load(new Int32Array(flag), 0) !== 0),
    progress: (progress) => answer({ kind: 'progress', progress }),
  });
  port.on('message', (request: IntakeRequest) => {
    if (request.name === 'hand') {
      engine.hand(request.file);
      return;
    }
    now = new Date(request.now);
    stops.add(request.stop);
    void handle(engine, request).then((message) => {
      stops.delete(request.stop);
      answer(message);
      if (request.kind === 'query') return;
      store.database.pragma('wal_checkpoint(PASSIVE)');
      void freeSpace.giveBack();
    });
  });
}

async function handle(engine: IntakeEngine, request: IntakeCall): Promise<IntakeAnswer<unknown>> {
  const { id } = request;
  try {
    // The router has parsed the input against the contract of this very procedure.
    const handler: (input: never) => unknown = engine.handlers[request.name];
    return { kind: 'done', id, value: await Reflect.apply(handler, undefined, [request.input]) };
  } catch (error) {
    const refusal = error instanceof AppError ? error : databaseProblem(error);
    if (refusal !== null) return { kind: 'refused', id, failure: refusal.toFailure() };
    return { kind: 'failed', id, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

if (parentPort !== null) runWorker(parentPort, workerStart.parse(workerData));
