import type { InputOf, OutputOf, ProcedureName } from '../../shared/api/contract.ts';
import type { BackendEvent, EventTopic } from '../../shared/api/events.ts';
import type { Failure, Outcome } from '../../shared/outcome/outcome.ts';
import type { Connection, Transport } from './transport.ts';

/** The backend as the page knows it: typed calls, events by topic, and the connection. */
export interface Client {
  /** Never rejects: what goes wrong is an outcome. */
  readonly call: <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => Promise<Outcome<OutputOf<Name>>>;
  /** Tells of events of these topics, and of every (re)connection. Returns the function that ends it. */
  readonly watch: (topics: readonly EventTopic[], listener: (event: BackendEvent | null) => void) => () => void;
  readonly connection: () => Connection;
  readonly watchConnection: (listener: () => void) => () => void;
}

const noAnswer: Failure = {
  code: 'internal',
  message: 'Reseal does not answer.',
  remedy: 'See that the program is still running, then try again.',
};

/** One client per page: it holds the one subscription to events. */
export function createClient(transport: Transport): Client {
  const watchers = new Set<{ topics: readonly EventTopic[]; listener: (event: BackendEvent | null) => void }>();
  const connectionListeners = new Set<() => void>();
  let connection: Connection = 'connecting';

  transport.subscribe({
    onEvent(event) {
      for (const watcher of watchers) if (watcher.topics.includes(event.topic)) watcher.listener(event);
    },
    onConnection(next) {
      connection = next;
      for (const listener of connectionListeners) listener();
      if (next === 'connected') for (const watcher of watchers) watcher.listener(null);
    },
  });

  return {
    async call<Name extends ProcedureName>(name: Name, input: InputOf<Name>) {
      try {
        const answer = await transport.call(name, input);
        return isOutcome<OutputOf<Name>>(answer) ? answer : { ok: false, error: noAnswer };
      } catch {
        // The transport rejects only where nobody answers.
        return { ok: false, error: noAnswer };
      }
    },
    watch(topics, listener) {
      const watcher = { topics, listener };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    connection: () => connection,
    watchConnection(listener) {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
  };
}

/** The router has checked the value against the contract before it left; here only the envelope is looked at. */
function isOutcome<Value>(answer: unknown): answer is Outcome<Value> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}
