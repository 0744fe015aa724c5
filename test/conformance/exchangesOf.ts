import { z } from 'zod';
import type { Exchange } from './openApiValidator.ts';

/** A call as it went over the wire; `answer` is null where none came. */
export interface WireCall {
  /** With or without an origin. */
  readonly url: string;
  readonly method: string;
  /** The body, empty for none. */
  readonly request: string;
  readonly answer: { readonly status: number; readonly text: string } | null;
}

const batchRequests = z.object({
  requests: z.array(z.object({ id: z.string(), method: z.string(), url: z.string(), body: z.unknown().optional() })),
});
const batchResponses = z.object({
  responses: z.array(z.object({ id: z.string(), status: z.number(), body: z.unknown().optional() })),
});

/** The exchange of a call with Graph, and of each one inside a batch; none for other paths than Graph's. */
export function exchangesOf({ url, method, request, answer }: WireCall): readonly Exchange[] {
  const { pathname, searchParams } = new URL(url, 'http://graph.invalid');
  const [, version, path] = /^\/(v1\.0|beta)(\/.*)$/.exec(pathname) ?? [];
  if ((version !== 'v1.0' && version !== 'beta') || path === undefined) return [];
  const exchange: Exchange = {
    version,
    method,
    path,
    query: searchParams,
    requestBody: parse(request),
    answer: answer === null ? null : { status: answer.status, body: parse(answer.text) },
  };
  return [exchange, ...innerExchanges(exchange)];
}

function innerExchanges(batch: Exchange): readonly Exchange[] {
  if (batch.path !== '/$batch') return [];
  const sent = batchRequests.safeParse(batch.requestBody);
  const answered = batchResponses.safeParse(batch.answer?.body);
  const responses = answered.success ? answered.data.responses : [];
  return (sent.success ? sent.data.requests : []).map(({ id, method, url, body }) => {
    const { pathname, searchParams } = new URL(`http://graph.invalid${url}`);
    const response = responses.find((candidate) => candidate.id === id);
    return {
      version: batch.version,
      method,
      path: pathname,
      query: searchParams,
      requestBody: body,
      answer: response === undefined ? null : { status: response.status, body: response.body },
    };
  });
}

function parse(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
