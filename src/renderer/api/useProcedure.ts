import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/api/contract.ts';
import type { EventTopic } from '../../shared/api/events.ts';
import type { Failure, Outcome } from '../../shared/outcome/outcome.ts';
import { useClient } from './clientContext.ts';
import { createReader, type Reader } from './createReader.ts';

/** What a query has said so far. A value stays while it is read again; `failure` then says that this went wrong. */
export type ProcedureReading<Value, Input = unknown> =
  | { readonly state: 'loading'; readonly reload: () => void }
  | { readonly state: 'failed'; readonly failure: Failure; readonly reload: () => void }
  | {
      readonly state: 'ready';
      readonly value: Value;
      /** The input that this value was asked with. While a new input is being read, it is still the old one. */
      readonly input: Input;
      readonly failure: Failure | null;
      readonly reload: () => void;
    };

/**
 * Asks a query now, whenever its input changes, and whenever one of the topics is told.
 * A null input asks nothing yet. The old value stays until the new one is there; give the component a `key` where an old
 * value would be about something else.
 */
export function useProcedure<Name extends ProcedureName>(
  name: Name,
  input: InputOf<Name> | null,
  topics: readonly EventTopic[],
): ProcedureReading<OutputOf<Name>, InputOf<Name>> {
  const client = useClient();
  const asked = useSame(input);
  const watched = useSame(topics);
  const [last, setLast] = useState<{ readonly value: OutputOf<Name>; readonly input: InputOf<Name> } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reader = useRef<Reader | null>(null);

  useEffect(() => {
    if (asked === null) return;
    const current = createReader<Outcome<OutputOf<Name>>>(
      () => client.call(name, asked),
      (outcome) => {
        if (outcome.ok) setLast({ value: outcome.value, input: asked });
        setFailure(outcome.ok ? null : outcome.error);
      },
    );
    reader.current = current;
    const unwatch = client.watch(watched, current.read);
    current.read();
    return () => {
      unwatch();
      current.close();
    };
  }, [client, name, asked, watched]);

  const reload = useCallback(() => reader.current?.read(), []);
  if (last !== null) return { state: 'ready', ...last, failure, reload };
  return failure === null ? { state: 'loading', reload } : { state: 'failed', failure, reload };
}

/** The same object while its content is the same, so that an effect does not run for a new but equal literal. */
function useSame<Value>(value: Value): Value {
  const [same, setSame] = useState(value);
  if (same === value || JSON.stringify(same) === JSON.stringify(value)) return same;
  setSame(value);
  return value;
}
