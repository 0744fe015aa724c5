import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import { intakeProcedures, type IntakeHandlers } from '../../../shared/api/contract/intake.ts';
import type { EventTopic } from '../../../shared/api/events.ts';
import { createKeptPreviewCount } from '../../store/keptPreviewStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forwardToEngine, type EngineProcedure } from './intakeProcedures.ts';
import { createIntakeThread, previewIdOf } from './intakeThread.ts';
import { createOpenFiles } from './openFiles.ts';
import { createUnkeptPreview } from './unkeptPreview.ts';

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
  const unkept = createUnkeptPreview(thread);

  async function forward<Name extends EngineProcedure>(
    name: Name,
    input: ParsedInputOf<Name>,
  ): Promise<OutputOf<Name>> {
    const previewId = previewIdOf(input);
    if (unkept.isOf(previewId) || name === 'intake.open') await unkept.restore();
    const taken = files.take(fileIdsOf(input));
    for (const file of taken) thread.hand(file);
    // Another preview takes the place of the one under review, even where its files cannot be read.
    if (name === 'intake.preview' || (name === 'intake.resume' && !unkept.isOf(previewId))) unkept.forget();
    const output = await thread.call(name, input);
    if (intakeProcedures[name].kind === 'command') {
      if (unkept.isOf(previewId)) unkept.forget();
      const review = reviewOf(input);
      if (review !== null && 'previewId' in output && output.previewId !== null) {
        unkept.opened({ ...review, previewId: output.previewId }, taken);
      }
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

/** The files that a person is going to review; null where a call opens none. */
function reviewOf(input: ParsedInputOf<EngineProcedure>): ParsedInputOf<'intake.preview'> | null {
  return 'attended' in input && 'fileIds' in input && input.attended ? input : null;
}
