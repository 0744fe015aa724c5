import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import type { IntakeHandlers } from '../../../shared/api/contract/intake.ts';
import { createKeptPreviewCount } from '../../store/keptPreviewStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import type { EngineProcedure } from './intakeEngine.ts';
import { createIntakeThread } from './intakeThread.ts';
import { createOpenFiles } from './openFiles.ts';

export interface IntakeService {
  readonly handlers: IntakeHandlers;
  readonly close: () => Promise<void>;
}

/** Hands everything to the intake thread and tells the page when something changed. */
export function createIntakeService({ ports, store, publish }: ServiceContext): IntakeService {
  const thread = createIntakeThread(ports.dataFolder, ports.clock.now, (progress) =>
    publish('import.progress', progress),
  );
  const files = createOpenFiles(ports.clock);
  const unfinished = createKeptPreviewCount(store);
  const handOver = (fileIds: readonly string[]): void => {
    for (const file of files.take(fileIds)) thread.hand(file);
  };
  const forward =
    <Name extends EngineProcedure>(name: Name): ((input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>) =>
    (input) =>
      thread.call(name, input);
  const changing =
    <Name extends EngineProcedure>(name: Name): ((input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>) =>
    async (input) => {
      const output = await thread.call(name, input);
      publish('import.changed');
      return output;
    };

  return {
    handlers: {
      'intake.openFile': ({ name, sizeBytes }) => ({ fileId: files.open(name, sizeBytes) }),
      'intake.appendToFile': (piece) => {
        files.append(piece);
        return {};
      },
      'intake.closeFiles': ({ fileIds }) => {
        files.close(fileIds);
        return {};
      },
      'intake.inspect': (input) => {
        handOver(input.fileIds);
        return thread.call('intake.inspect', input);
      },
      'intake.preview': async (input) => {
        handOver(input.fileIds);
        const preview = await thread.call('intake.preview', input);
        publish('import.changed');
        return preview;
      },
      'intake.current': forward('intake.current'),
      'intake.open': forward('intake.open'),
      // Asked at every start: no thread is started for it.
      'intake.unfinished': () => ({ imports: unfinished() }),
      'intake.resume': changing('intake.resume'),
      'intake.rows': forward('intake.rows'),
      'intake.editRow': changing('intake.editRow'),
      'intake.applyToAll': changing('intake.applyToAll'),
      'intake.include': changing('intake.include'),
      'intake.map': changing('intake.map'),
      'intake.commit': async (input) => {
        const result = await thread.call('intake.commit', input);
        publish('import.changed');
        publish('batches.changed');
        publish('devices.changed');
        publish('jobs.changed');
        return result;
      },
      'intake.discard': changing('intake.discard'),
      'intake.cancel': ({ previewId }) => {
        thread.cancel(previewId);
        return {};
      },
      'intake.report': forward('intake.report'),
    },
    async close() {
      files.end();
      await thread.close();
    },
  };
}
