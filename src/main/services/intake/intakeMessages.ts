import { z } from 'zod';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import type { AnyProcedure } from '../../../shared/api/procedure.ts';
import type { UnreadableRow } from '../../store/setAside.ts';
import { threadKey } from '../../store/threadKey.ts';
import type { EngineProcedure } from './intakeProcedures.ts';
import type { OpenFile } from './openFiles.ts';
import type { IntakeProgress } from './reading/readFiles.ts';

/** What the backend gives to the worker when it starts. */
export const workerStart = z.object({
  dataFolder: z.string(),
  key: threadKey,
});
export type WorkerStart = z.output<typeof workerStart>;
/** As the thread is given it. */
export type WorkerOrder = z.input<typeof workerStart>;

/** From the backend to the worker. `now` travels along, because only the backend knows the clock. */
export interface IntakeCall {
  readonly id: number;
  readonly now: number;
  readonly name: EngineProcedure;
  readonly kind: AnyProcedure['kind'];
  readonly input: unknown;
  readonly stop: StopSign;
}

/** Memory by which the backend stops a call while the worker is too busy to read messages. */
export interface StopSign {
  /** The preview that the call works on; null where it cannot be stopped. */
  readonly previewId: string | null;
  /** One 32-bit number: not 0 once a person wants the call to stop. */
  readonly flag: SharedArrayBuffer;
}
export type IntakeRequest = IntakeCall | { readonly name: 'hand'; readonly file: OpenFile };

/** From the worker to the backend: `Value` is what the procedure of that id gives. */
export type IntakeAnswer<Value> =
  | { readonly kind: 'done'; readonly id: number; readonly value: Value }
  | { readonly kind: 'refused'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly id: number; readonly stack: string }
  | { readonly kind: 'progress'; readonly progress: IntakeProgress }
  | { readonly kind: 'setAside'; readonly row: UnreadableRow };
