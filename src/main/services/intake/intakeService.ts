import { AppError } from '../../../shared/api/appError.ts';
import type { HandlersOf } from '../../../shared/api/contract.ts';
import type { ServiceContext } from '../serviceContext.ts';
import type { EngineProcedure } from './intakeEngine.ts';
import { createIntakeThread } from './intakeThread.ts';

export interface IntakeService {
  readonly handlers: HandlersOf<EngineProcedure | 'intake.appendToFile' | 'intake.cancel'>;
  readonly close: () => Promise<void>;
}

/** Hands everything to the intake thread and tells the page when something changed. */
export function createIntakeService({ ports, publish }: ServiceContext): IntakeService {
  const thread = createIntakeThread(ports.dataFolder, ports.clock.now, (progress) =>
    publish('import.progress', progress),
  );
  const forward =
    <Name extends EngineProcedure>(name: Name): HandlersOf<Name>[Name] =>
    (input) =>
      thread.call(name, input);
  const changing =
    <Name extends EngineProcedure>(name: Name): HandlersOf<Name>[Name] =>
    async (input) => {
      const output = await thread.call(name, input);
      publish('import.changed');
      return output;
    };

  return {
    handlers: {
      'intake.openFile': forward('intake.openFile'),
      'intake.appendToFile': async ({ fileId, base64 }) => {
        await thread.append(fileId, bytesOf(base64));
        return {};
      },
      'intake.inspect': forward('intake.inspect'),
      'intake.preview': changing('intake.preview'),
      'intake.current': forward('intake.current'),
      'intake.open': forward('intake.open'),
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
        return result;
      },
      'intake.discard': changing('intake.discard'),
      'intake.cancel': () => {
        thread.cancel();
        return {};
      },
      'intake.report': forward('intake.report'),
    },
    close: thread.close,
  };
}

/** Strict where Node is not: it skips what is no base64, and a piece that lost a byte would be a damaged file. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Buffer.byteLength(base64, 'base64'));
  const written = Buffer.from(bytes.buffer).write(base64, 'base64');
  if (base64.length % 4 !== 0 || written !== bytes.length) {
    throw new AppError('invalid-input', 'A piece of the file did not arrive whole.', {
      remedy: 'Open the file again.',
    });
  }
  return bytes;
}
