import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '../../shared/outcome/appError.ts';
import { contractParts, isNoun, type Noun } from '../../shared/api/contract.ts';
import { inputField } from '../../shared/api/fieldWords.ts';
import { inputProblem, unworded } from '../../shared/api/inputProblem.ts';
import type { Outcome } from '../../shared/outcome/outcome.ts';
import type { AnyProcedure } from '../../shared/api/procedure.ts';
import type { Clock, Log } from '../ports.ts';
import { databaseProblem } from '../store/databaseProblem.ts';

export type Dispatch = (name: string, input: unknown) => Promise<Outcome<unknown>>;

interface RouterParts {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly log: Log;
  /** What looks after the file of the queue: told when a person does something, and when part of it could not be read. */
  readonly upkeep?: { readonly used: () => void; readonly suspect: (cause: unknown) => void };
}

const SLOW_MS = 50;

/** What can be asked of one capability, and who answers it. */
interface Capability {
  readonly procedures: Readonly<Record<string, AnyProcedure>>;
  readonly handlers: Readonly<Record<string, unknown>>;
}

export interface Router {
  readonly dispatch: Dispatch;
  /** Loads every capability now, for a door that stays open: no call waits for that later, and no file is needed any more. */
  readonly loadAll: () => Promise<void>;
}

/**
 * Carries a call to its handler: known name, parsed input, parsed answer, and an outcome instead of an exception. A capability is
 * loaded when it is first asked; from then on calls are begun in the order in which they came.
 */
export function createRouter(
  makers: Readonly<Partial<Record<Noun, () => Promise<object>>>>,
  { clock, log, upkeep }: RouterParts,
): Router {
  const loading = new Map<Noun, Promise<Capability>>();
  const loaded = new Map<string, Capability>();

  async function load(noun: Noun): Promise<Capability> {
    const [procedures, handlers] = await Promise.all([contractParts[noun](), makers[noun]?.() ?? {}]);
    const capability = { procedures, handlers: { ...handlers } };
    loaded.set(noun, capability);
    return capability;
  }

  function loadOnce(noun: Noun): Promise<Capability> {
    const begun = loading.get(noun) ?? load(noun);
    loading.set(noun, begun);
    return begun;
  }

  async function dispatch(name: string, input: unknown): Promise<Outcome<unknown>> {
    const noun = name.split('.', 1)[0] ?? '';
    const capability = loaded.get(noun) ?? (isNoun(noun) ? await loadOnce(noun) : NONE);
    const procedure = own(capability.procedures, name);
    const handler = own(capability.handlers, name);
    if (procedure === undefined || typeof handler !== 'function') {
      return {
        ok: false,
        error: { code: 'unsupported', message: `This Reseal has no procedure “${name.slice(0, 60)}”.` },
      };
    }
    const parsed = procedure.input.safeParse(input, unworded);
    if (!parsed.success) return { ok: false, error: invalidInput(parsed.error).toFailure() };
    if (procedure.kind === 'command') upkeep?.used();
    const startedMs = clock.monotonicMs();
    try {
      const answer: unknown = await Reflect.apply(handler, undefined, [parsed.data]);
      const value = procedure.output.parse(answer);
      return { ok: true, value };
    } catch (error) {
      const failure = failureOf(error, name, log);
      if (failure.code === 'damaged') upkeep?.suspect(error);
      return { ok: false, error: failure };
    } finally {
      const tookMs = Math.round(clock.monotonicMs() - startedMs);
      if (tookMs > SLOW_MS) log.info('procedure.slow', { name, tookMs });
    }
  }

  return {
    dispatch,
    async loadAll() {
      await Promise.all(Object.keys(contractParts).filter(isNoun).map(loadOnce));
    },
  };
}

const NONE: Capability = { procedures: {}, handlers: {} };

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function invalidInput(error: z.ZodError): AppError {
  const problems = error.issues.map((issue) => inputProblem(issue, inputField));
  const fields = problems.map(({ path, message }) => ({ field: path.join('.'), message }));
  const { message = 'The request is not valid.', remedy } = problems[0] ?? {};
  return new AppError('invalid-input', message, { fields, ...(remedy === undefined ? {} : { remedy }) });
}

function failureOf(error: unknown, name: string, log: Log) {
  const refusal = error instanceof AppError ? error : databaseProblem(error);
  if (refusal !== null) {
    if (refusal.cause !== undefined)
      log.warn('procedure.refused', {
        name,
        code: refusal.code,
        cause: refusal.cause instanceof Error ? refusal.cause.message : typeof refusal.cause,
      });
    return refusal.toFailure();
  }
  const reference = randomUUID().slice(0, 8);
  log.error('procedure.failed', { name, reference, stack: error instanceof Error ? error.stack : String(error) });
  return new AppError('internal', `Something went wrong here (reference ${reference}).`, {
    remedy: 'Try again; if it stays, send the log file in the data folder to whoever looks after Reseal.',
  }).toFailure();
}
