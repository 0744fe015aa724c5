import type { Clock } from '../../src/main/ports.ts';
import { createGraphClient, type GraphClient, type GraphClientOptions } from '../../src/main/graph/graphClient.ts';
import { keptLog } from '../rigs/testPorts.ts';

/** A clock that stands still except when somebody waits; then it is later at once. */
export interface LeapingClock extends Clock {
  readonly waits: number[];
  /** Sets the time of day, as people do: how long things take does not change by it. */
  readonly setTimeOfDay: (time: string) => void;
}

export function leapingClock(start = '2026-01-01T12:00:00.000Z'): LeapingClock {
  let nowMs = 0;
  let offsetMs = Date.parse(start);
  const waits: number[] = [];
  return {
    waits,
    setTimeOfDay(time) {
      offsetMs = Date.parse(time) - nowMs;
    },
    now: () => new Date(offsetMs + nowMs),
    monotonicMs: () => nowMs,
    wait(milliseconds) {
      if (milliseconds > 0) waits.push(Math.round(milliseconds));
      nowMs += milliseconds;
      return Promise.resolve();
    },
  };
}

export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
}

type Reply = Response | Error | ((request: SeenRequest) => Response);

/** A Graph that gives these answers in turn, the last one again and again, and keeps what it was asked. */
export function scriptedGraph(...replies: readonly Reply[]) {
  const seen: SeenRequest[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request: SeenRequest = {
      method: init?.method ?? 'GET',
      url: new URL(input instanceof Request ? input.url : input),
      headers: new Headers(init?.headers),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
    };
    seen.push(request);
    const reply = replies[Math.min(seen.length, replies.length) - 1];
    if (reply instanceof Error) return Promise.reject(reply);
    if (reply instanceof Response) return Promise.resolve(reply.clone());
    if (reply === undefined) return Promise.reject(new Error('This Graph was not meant to be asked.'));
    return Promise.resolve(reply(request));
  };
  return { fetch, seen };
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

/** Graph's error shape. */
export function refused(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Response {
  return json(status, { error: { code, message: `${code} happened` } }, headers);
}

export function clientOf(
  fetch: typeof globalThis.fetch,
  clock: Clock,
  change: Partial<GraphClientOptions> = {},
): GraphClient {
  return createGraphClient({
    rootUrl: 'https://graph.example',
    accessToken: () => Promise.resolve('token'),
    fetch,
    clock,
    log: keptLog().log,
    speed: 1,
    random: () => 0,
    ...change,
  });
}

/** A signal for calls that nobody cancels. */
export const never: AbortSignal = new AbortController().signal;
