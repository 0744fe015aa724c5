import type { BackendEvent } from '../../shared/api/events.ts';
import { createEventStreamReader } from './serverSentEvents.ts';
import type { Transport, TransportListener } from './transport.ts';

const RECONNECT_AFTER_MS = 1_000;
const UNAUTHORIZED = 401;

/** Calls over POST, events over a stream read with fetch, since EventSource cannot send the token's header. */
export function createLoopbackTransport(token: string): Transport {
  const headers = { Authorization: `Bearer ${token}` };
  return {
    async call(name, input) {
      const response = await fetch(`/rpc/${name}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      });
      const outcome: unknown = await response.json();
      return outcome;
    },
    subscribe(listener) {
      const stop = new AbortController();
      void listen(headers, listener, stop.signal);
      return () => stop.abort();
    },
  };
}

async function listen(headers: HeadersInit, listener: TransportListener, signal: AbortSignal): Promise<void> {
  const ended = await readEvents(headers, listener, signal);
  if (signal.aborted) return;
  listener.onConnection(ended);
  if (ended === 'lost') setTimeout(() => void listen(headers, listener, signal), RECONNECT_AFTER_MS);
}

async function readEvents(
  headers: HeadersInit,
  { onEvent, onConnection }: TransportListener,
  signal: AbortSignal,
): Promise<'lost' | 'refused'> {
  try {
    const response = await fetch('/events', { headers, signal });
    if (response.status === UNAUTHORIZED) return 'refused';
    if (!response.ok || response.body === null) return 'lost';
    onConnection('connected');
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
