import { z } from 'zod';
import { readErrorBody } from './errorBody.ts';
import { refusedAnswer } from './failureOf.ts';
import { parseAnswer, type GraphCall, type GraphVersion } from './graphCall.ts';
import type { GraphClient } from './graphClient.ts';
import { GraphError } from './graphError.ts';
import { parseRetryAfter } from './retryAfter.ts';
import { callBackOffMs, LONGEST_PATIENCE_MS } from './retryPolicy.ts';
import type { Permission } from '../../shared/directory/permissions.ts';

/** Microsoft takes no more requests in one batch. */
export const REQUESTS_PER_BATCH = 20;
const MAX_ROUNDS = 3;

export interface Batch {
  readonly version: GraphVersion;
  readonly scope: Permission;
  readonly isRead: boolean;
  readonly calls: readonly BatchedCall[];
}

export interface BatchedCall {
  /** Unique in the batch. */
  readonly id: string;
  readonly method: GraphCall['method'];
  readonly path: string;
  readonly body?: unknown;
  /** Beside the type of a body. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type BatchOutcome =
  { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly error: GraphError };

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

/**
 * Sends many calls, twenty to a request, and returns the result of each. Graph throttles each call of a batch by
 * itself. Throttled calls are sent again after the longest Retry-After among them; that is safe for writes too, since
 * Graph did nothing. When a later request fails, its calls and all calls not yet sent have failed with it.
 * @throws GraphError when the first request fails; then nothing is known about any call
 */
export async function sendBatch(
  client: GraphClient,
  batch: Batch,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, BatchOutcome>> {
  const outcomes = new Map<string, BatchOutcome>();
  for (let start = 0; start < batch.calls.length; start += REQUESTS_PER_BATCH) {
    try {
      await sendChunk(
        client,
        { ...batch, calls: batch.calls.slice(start, start + REQUESTS_PER_BATCH) },
        outcomes,
        signal,
      );
    } catch (error) {
      if (!(error instanceof GraphError) || outcomes.size === 0) throw error;
      for (const { id } of batch.calls) if (isOpen(outcomes.get(id))) outcomes.set(id, { ok: false, error });
      break;
    }
  }
  return outcomes;
}

/** Whether a call must still be sent: it has no answer yet, or it was throttled. */
function isOpen(outcome: BatchOutcome | undefined): boolean {
  return outcome === undefined || (!outcome.ok && isThrottled(outcome.error));
}

async function sendChunk(
  client: GraphClient,
  batch: Batch,
  outcomes: Map<string, BatchOutcome>,
  signal: AbortSignal,
): Promise<void> {
  let open = batch.calls;
  for (let round = 1; open.length > 0; round += 1) {
    for (const [id, outcome] of await sendOnce(client, { ...batch, calls: open }, signal)) outcomes.set(id, outcome);
    const throttled = open.flatMap((call) => {
      const outcome = outcomes.get(call.id);
      return outcome?.ok === false && isThrottled(outcome.error) ? [{ call, error: outcome.error }] : [];
    });
    const waitMs = Math.max(0, ...throttled.map(({ error }) => error.retryAfterMs ?? callBackOffMs(round, 0)));
    if (throttled.length > 0) client.hold(requestOf(batch, []), waitMs);
    if (throttled.length === 0 || round >= MAX_ROUNDS || waitMs > LONGEST_PATIENCE_MS) return;
    await client.clock.wait(client.pace(waitMs), signal);
    signal.throwIfAborted();
    open = throttled.map(({ call }) => call);
  }
}

async function sendOnce(
  client: GraphClient,
  batch: Batch,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, BatchOutcome>> {
  const { version, scope, isRead, calls } = batch;
  const requests = calls.map(({ id, method, path, body, headers }) => ({
    id,
    method,
    url: path,
    // An action without parameters still wants a body and its type.
    ...(headers === undefined ? {} : { headers }),
    ...(method === 'POST' ? { headers: { ...headers, 'Content-Type': 'application/json' }, body: body ?? {} } : {}),
  }));
  const answer = await client.send({ ...requestOf(batch, requests), cost: calls.length }, signal);
  const responses = new Map(parseAnswer(batchAnswer, answer).responses.map((response) => [response.id, response]));
  return new Map(
    calls.map(({ id }): [string, BatchOutcome] => {
      const response = responses.get(id);
      if (response === undefined) return [id, { ok: false, error: unanswered(answer.requestId) }];
      if (response.status >= 200 && response.status < 300) return [id, { ok: true, body: response.body ?? null }];
      const said = readErrorBody(response.body);
      const header = headerOf(response.headers, 'retry-after') ?? said.retryAfter;
      const retryAfterMs = parseRetryAfter(header, { serverTime: answer.serverTime, now: client.clock.now() });
      const requestId = headerOf(response.headers, 'request-id') ?? answer.requestId;
      const refused = refusedAnswer(response.status, said, { retryAfterMs, requestId, claims: null, scope });
      const error = client.explain(refused, { version, scope });
      // A missing thing is an answer to a read; every other refusal is what Microsoft's support asks about.
      if (!isRead || error.kind !== 'notFound') logRefusal(client, error, answer.requestId);
      return [id, { ok: false, error }];
    }),
  );
}

function requestOf({ version, scope, isRead }: Batch, requests: readonly unknown[]): GraphCall {
  return { version, method: 'POST', path: '/$batch', scope, isRead, body: { requests } };
}

function logRefusal({ log }: GraphClient, error: GraphError, batchRequestId: string | null): void {
  const { kind, status, code, requestId } = error;
  log.warn('graph.refusedInBatch', { kind, status, code, requestId, batchRequestId });
}

function isThrottled(error: GraphError): boolean {
  return error.kind === 'throttled' || error.status === 503;
}

function headerOf(headers: Readonly<Record<string, unknown>> | null | undefined, name: string): string | null {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
}

function unanswered(requestId: string | null): GraphError {
  return new GraphError('Microsoft Graph left one request of many without an answer; look whether it took effect.', {
    kind: 'timeout',
    code: 'unanswered',
    requestId,
  });
}
