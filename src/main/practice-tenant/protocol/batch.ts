import { z } from 'zod';
import {
  PracticeError,
  type PracticeAnswer,
  type GraphOutcome,
  type GraphRequest,
  type JsonObject,
} from './graphMessages.ts';
import { readBody } from './requestBody.ts';

const MOST_REQUESTS = 20;

const batchSchema = z.strictObject({
  requests: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        method: z.string(),
        url: z.string(),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).optional(),
      }),
    )
    .min(1)
    .max(MOST_REQUESTS),
});

/** One request of a batch, ready to be answered like one that came alone. */
interface InnerCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Whether a request holds up to twenty others (JSON batching, Microsoft Graph). */
export function isBatch(request: GraphRequest): boolean {
  return request.method === 'POST' && request.segments.length === 1 && request.segments[0] === '$batch';
}

interface BatchOutcome extends GraphOutcome {
  readonly answer: PracticeAnswer;
}

/** Answers each request by itself; 424 where one it depends on failed. It takes as long as the slowest of them. */
export function answerBatch(request: GraphRequest, answerInner: (call: InnerCall) => GraphOutcome): BatchOutcome {
  const { requests } = readBody(request, batchSchema);
  if (new Set(requests.map(({ id }) => id)).size < requests.length) {
    throw new PracticeError(400, 'BadRequest', 'Request Id should be unique within the batch.');
  }
  const statuses = new Map<string, number>();
  let delaySeconds = 0;
  const responses = requests.map((inner): JsonObject => {
    const answer = answerOne(inner);
    statuses.set(inner.id, answer.status);
    return {
      id: inner.id,
      status: answer.status,
      headers: { ...answer.headers, ...(answer.body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(answer.body === undefined ? {} : { body: answer.body }),
    };
  });
  // Graph answers in any order; here in one that nobody can mistake for that of the requests.
  return { answer: { status: 200, body: { responses: responses.toReversed() } }, delaySeconds };

  function answerOne(inner: z.infer<typeof batchSchema>['requests'][number]): PracticeAnswer {
    const isBlocked = (inner.dependsOn ?? []).some((id) => (statuses.get(id) ?? 599) >= 400);
    if (isBlocked)
      return failure(424, 'FailedDependency', 'The request failed because a request it depends on failed.');
    const headers = Object.fromEntries(
      Object.entries(inner.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    );
    if (inner.method.toUpperCase() === 'POST' && inner.body === undefined) {
      return failure(400, 'BadRequest', `Write request id : ${inner.id} does not contain Content-Type header or body.`);
    }
    if (inner.body !== undefined && !headers['content-type']?.startsWith('application/json')) {
      return failure(
        400,
        'BadRequest',
        'Write request id : A Content-Type header is required for a request with a body.',
      );
    }
    const url = new URL(inner.url.startsWith('/') ? inner.url.slice(1) : inner.url, 'http://batch.invalid/');
    const call = {
      method: inner.method.toUpperCase(),
      path: `/${request.version}${url.pathname}`,
      query: url.searchParams,
      headers: { ...headers, authorization: request.headers['authorization'] ?? '' },
      body: inner.body,
    };
    // A connection cannot be lost inside a batch; the gateway says that it waited in vain.
    const outcome = answerInner(call);
    delaySeconds = Math.max(delaySeconds, outcome.delaySeconds);
    return outcome.answer ?? failure(504, 'GatewayTimeout', 'The request timed out.');
  }
}

function failure(status: number, code: string, message: string): PracticeAnswer {
  return { status, body: { error: { code, message } } };
}
