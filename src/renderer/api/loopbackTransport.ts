import type { BackendEvent } from '../../shared/api/events.ts';
import { createEventStreamReader } from './serverSentEvents.ts';
import type { Transport, TransportListener } from './transport.ts';

const RECONNECT_AFTER_MS = 1_000;
const UNAUTHORIZED = 401;

/** How a tab is let in, and let in again after Reseal was started anew. */
export interface WayIn {
  readonly token: () => string;
  /** Gets another token; false where this tab has to be opened by the address that Reseal prints. */
  readonly comeBack: () => Promise<boolean>;
  /** Called whenever the door has let this tab in. */
  readonly wasLetIn: () => void;
}

/** Calls over POST, events over a stream read with fetch, since EventSource cannot send the token's header. */
export function createLoopbackTransport(wayIn: WayIn): Transport {
  /** A call that was refused at the door has done nothing, so it may be made again. */
  async function ask(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(path, withToken(init, wayIn));
    if (response.status !== UNAUTHORIZED || !(await wayIn.comeBack())) return response;
    return fetch(path, withToken(init, wayIn));
  }

  async function listen(listener: TransportListener, signal: AbortSignal): Promise<void> {
    const ended = await readEvents(ask, wayIn, listener, signal);
    if (signal.aborted) return;
    listener.onConnection(ended);
    if (ended === 'lost') setTimeout(() => void listen(listener, signal), RECONNECT_AFTER_MS);
  }

  return {
    async call(name, input) {
      const headers = { 'Content-Type': 'application/json' };
      const response = await ask(`/rpc/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
      const outcome: unknown = await response.json();
      return outcome;
    },
    subscribe(listener) {
      const stop = new AbortController();
      void listen(listener, stop.signal);
      return () => stop.abort();
    },
  };
}

function withToken(init: RequestInit, { token }: WayIn): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token()}`);
  return { ...init, headers };
}

async function readEvents(
  ask: (path: string, init: RequestInit) => Promise<Response>,
  wayIn: WayIn,
  { onEvent, onConnection }: TransportListener,
  signal: AbortSignal,
): Promise<'lost' | 'refused'> {
  try {
    const response = await ask('/events', { signal });
    if (response.status === UNAUTHORIZED) return 'refused';
    if (!response.ok || response.body === null) return 'lost';
    onConnection('connected');
    wayIn.wasLetIn();
    const read = createEventStreamReader((data) => onEvent(parseEvent(data)));
    const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) read(chunk.value);
  } catch {
    // Whatever broke the stream, the answer is the same: say so, and connect again.
  }
  return 'lost';
}

/** The backend of this same start wrote the event and has checked it; the page re-reads whatever it says. */
function parseEvent(data: string): BackendEvent {
  return JSON.parse(data) as BackendEvent;
}
