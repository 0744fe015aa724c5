import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import { intakeProcedures, type IntakeHandlers } from '../../../shared/api/contract/intake.ts';
import type { EventTopic } from '../../../shared/api/events.ts';
import { createKeptPreviewCount } from '../../store/keptPreviewStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forwardToEngine, type EngineProcedure } from './intakeProcedures.ts';
import { createIntakeThread, previewIdOf } from './intakeThread.ts';
import { createOpenFiles, type OpenFile } from './openFiles.ts';
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
  const thread = createIntakeThread(
    { dataFolder: ports.dataFolder, key: ports.vault.databaseKey },
    ports.clock.now,
    (progress) => publish('import.progress', progress),
    store.setAside.note,
  );
  const files = createOpenFiles(ports.clock);
  const unfinished = createKeptPreviewCount(store);
  const unkept = createUnkeptPreview(thread);

  function handOver(fileIds: readonly string[]): readonly OpenFile[] {
    const taken = files.take(fileIds);
    for (const file of taken) thread.hand(file);
    return taken;
  }

  function tellChanges(name: EngineProcedure): void {
    if (intakeProcedures[name].kind !== 'command') return;
    for (const topic of ['import.changed', ...(alsoChanged[name] ?? [])] as const) publish(topic);
  }

  async function forward<Name extends EngineProcedure>(
    name: Name,
    input: ParsedInputOf<Name>,
  ): Promise<OutputOf<Name>> {
    refuseInTrouble(name);
    const isOfUnkept = unkept.isOf(previewIdOf(input));
    if (isOfUnkept || name === 'intake.open') await unkept.restore();
    handOver(fileIdsOf(input));
    const output = await thread.call(name, input);
    // An entry keeps it, a commit or a discard ends it, and another one takes its place.
    if ((isOfUnkept && intakeProcedures[name].kind === 'command') || name === 'intake.resume') unkept.forget();
    tellChanges(name);
    return output;
  }

  /** The thread opens the queue by its name: where that names no file, or another one, it is not asked. */
  function refuseInTrouble(name: EngineProcedure): void {
    const trouble = intakeProcedures[name].kind === 'command' ? store.guard.trouble() : null;
    if (trouble !== null) throw trouble;
  }

  async function preview(input: ParsedInputOf<'intake.preview'>): Promise<OutputOf<'intake.preview'>> {
    refuseInTrouble('intake.preview');
    unkept.forget();
    const taken = handOver(input.fileIds);
    const output = await thread.call('intake.preview', input);
    if (input.attended) unkept.opened({ ...input, previewId: output.previewId }, taken);
    tellChanges('intake.preview');
    return output;
  }

  return {
    handlers: {
      ...forwardToEngine(forward),
      'intake.preview': preview,
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
