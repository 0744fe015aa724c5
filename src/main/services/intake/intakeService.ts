import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import { intakeProcedures, type IntakeHandlers } from '../../../shared/api/contract/intake.ts';
import type { EventTopic } from '../../../shared/api/events.ts';
import { createKeptPreviewCount } from '../../store/keptPreviewStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forwardToEngine, type EngineProcedure } from './intakeProcedures.ts';
import { createIntakeThread } from './intakeThread.ts';
import { createOpenFiles } from './openFiles.ts';

export interface IntakeService {
  readonly handlers: IntakeHandlers;
  readonly close: () => Promise<void>;
}

/** What a procedure changes besides the import itself. */
const alsoChanged: Partial<Record<EngineProcedure, readonly EventTopic[]>> = {
  'intake.commit': ['batches.changed', 'devices.changed', 'jobs.changed'],
};

/**
 * Takes files in and hands them to the intake thread with the calls that name them; tells the page what those changed.
 * To add a procedure: its entry in the contract and its handler in `intakeEngine.ts`.
 */
export function createIntakeService({ ports, store, publish }: ServiceContext): IntakeService {
  const thread = createIntakeThread(ports.dataFolder, ports.clock.now, (progress) =>
    publish('import.progress', progress),
  );
  const files = createOpenFiles(ports.clock);
  const unfinished = createKeptPreviewCount(store);

  async function forward<Name extends EngineProcedure>(
    name: Name,
    input: ParsedInputOf<Name>,
  ): Promise<OutputOf<Name>> {
    // The thread opens the queue by its name: where that names no file, or another one, it is not asked.
    const trouble = intakeProcedures[name].kind === 'command' ? store.guard.trouble() : null;
    if (trouble !== null) throw trouble;
    for (const file of files.take(fileIdsOf(input))) thread.hand(file);
    const output = await thread.call(name, input);
    if (intakeProcedures[name].kind === 'command') {
      for (const topic of ['import.changed', ...(alsoChanged[name] ?? [])] as const) publish(topic);
    }
    return output;
  }

  return {
    handlers: {
      ...forwardToEngine(forward),
      'intake.openFile': ({ name, sizeBytes }) => ({ fileId: files.open(name, sizeBytes) }),
      'intake.appendToFile': (piece) => {
        files.append(piece);
        return {};
      },
      'intake.closeFiles': ({ fileIds }) => {
        files.close(fileIds);
        return {};
      },
      'intake.cancel': ({ previewId }) => {
        thread.cancel(previewId);
        return {};
      },
      // Asked at every start: no thread is started for it.
      'intake.unfinished': () => ({ imports: unfinished() }),
    },
    async close() {
      files.end();
      await thread.close();
    },
  };
}

function fileIdsOf(input: ParsedInputOf<EngineProcedure>): readonly string[] {
  return 'fileIds' in input ? input.fileIds : [];
}
