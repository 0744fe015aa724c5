import type { Clock } from '../ports.ts';
import { boundedBody } from './boundedBody.ts';
import { readClaimsChallenge } from './claimsChallenge.ts';
import { readErrorBody } from './errorBody.ts';
import { refusedAnswer } from './failureOf.ts';
import type { GraphAnswer, GraphCall } from './graphCall.ts';
import { GraphError } from './graphError.ts';
import { networkFailure } from './networkFailure.ts';
import { parseHttpDate, parseRetryAfter } from './retryAfter.ts';

const DEFAULT_DEADLINE_MS = 60_000;
/** A page of a thousand devices has some three megabytes. */
const MOST_BYTES = 32 * 1024 * 1024;

interface Exchange {
  readonly call: GraphCall;
  readonly url: URL;
  readonly token: string;
  readonly clientRequestId: string;
}

/**
 * One request and its answer: no retry, no paging.
 * @throws GraphError for every answer that is neither a success nor accepted by the call
 * @throws the signal's reason when it aborts
 */
export async function exchange(
  fetch: typeof globalThis.fetch,
  clock: Clock,
  { call, url, token, clientRequestId }: Exchange,
  signal: AbortSignal,
): Promise<GraphAnswer> {
  signal.throwIfAborted();
  // Real time on purpose: a wall clock that jumps must not end a request.
  const deadline = AbortSignal.timeout(call.deadlineMs ?? DEFAULT_DEADLINE_MS);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: call.method,
      headers: {
        ...call.headers,
        Accept: 'application/json',
        Authorization: `Bearer ${token}`,
        'client-request-id': clientRequestId,
        ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      redirect: 'error',
      signal: AbortSignal.any([signal, deadline]),
    });
    text = await textOf(response, url.host);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof GraphError) throw cause;
    if (deadline.aborted) {
      throw new GraphError(`${url.host} did not answer in time; look whether the change took effect.`, {
        kind: 'timeout',
        code: 'deadline',
      });
    }
    throw networkFailure(cause, url.host);
  }
  return readAnswer(response, text, call, clock.now());
}

/** @throws GraphError `protocol` where the answer is larger than any of Graph's */
async function textOf(response: Response, host: string): Promise<string> {
  const bytes = await boundedBody(response, MOST_BYTES);
  if (bytes !== null) return new TextDecoder().decode(bytes);
  throw new GraphError(
    `The answer from ${host} is larger than any that Microsoft Graph gives, so it was not read; ask whoever looks after the network what stands between here and Microsoft.`,
    { kind: 'protocol', status: response.status, code: 'largeAnswer' },
  );
}

function readAnswer(response: Response, text: string, call: GraphCall, now: Date): GraphAnswer {
  const { status } = response;
  const requestId = response.headers.get('request-id');
  const body = parseJson(text);
  const said = readErrorBody(body);
  const serverTime = parseHttpDate(response.headers.get('date'));
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after') ?? said.retryAfter, { serverTime, now });
  if (response.ok) {
    if (body === undefined) {
      throw new GraphError(
        'Something between here and Microsoft answered instead of Graph; sign in to this network in a browser first.',
        { kind: 'unavailable', status, code: 'notGraph', requestId },
      );
    }
    return { status, body, requestId, retryAfterMs, serverTime };
  }
  if (call.acceptedStatuses?.includes(status)) {
    return { status, body: body ?? null, requestId, retryAfterMs, serverTime };
  }
  const claims = readClaimsChallenge(response.headers.get('www-authenticate'));
  throw refusedAnswer(status, said, { retryAfterMs, requestId, claims, scope: call.scope });
}

/** Null for an empty body, undefined for one that is no JSON. */
function parseJson(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told apart by the caller
  }
}
