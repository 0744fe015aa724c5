import { z } from 'zod';
import type { Exchange } from './openApiValidator.ts';

const batchRequests = z.object({
  requests: z.array(z.object({ id: z.string(), method: z.string(), url: z.string(), body: z.unknown().optional() })),
});
const batchResponses = z.object({
  responses: z.array(z.object({ id: z.string(), status: z.number(), body: z.unknown().optional() })),
});

/**
 * A `fetch` that passes everything on and hands each exchange with Graph, and each one inside a batch, to `record`.
 * Bodies are strings of JSON, as Reseal sends them; other paths than Graph's are passed over.
 */
export function recordExchanges(
  fetch: typeof globalThis.fetch,
  record: (exchange: Exchange) => void,
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const requestText = await request.clone().text();
    const response = await fetch(request);
    const url = new URL(request.url);
    const [, version, path] = /^\/(v1\.0|beta)(\/.*)$/.exec(url.pathname) ?? [];
    if ((version === 'v1.0' || version === 'beta') && path !== undefined) {
      const exchange: Exchange = {
        version,
        method: request.method,
        path,
        query: url.searchParams,
        requestBody: parse(requestText),
        status: response.status,
        responseBody: parse(await response.clone().text()),
      };
      record(exchange);
      for (const inner of innerExchanges(exchange)) record(inner);
    }
    return response;
  };
}

function innerExchanges(batch: Exchange): readonly Exchange[] {
  if (batch.path !== '/$batch') return [];
  const sent = batchRequests.safeParse(batch.requestBody);
  const answered = batchResponses.safeParse(batch.responseBody);
  if (!sent.success || !answered.success) return [];
  return sent.data.requests.flatMap((request) => {
    const response = answered.data.responses.find(({ id }) => id === request.id);
    if (!response) return [];
    const url = new URL(`http://batch.invalid${request.url}`);
    const { status, body } = response;
    return [
      {
        ...batch,
        method: request.method,
        path: url.pathname,
        query: url.searchParams,
        requestBody: request.body,
        status,
        responseBody: body,
      },
    ];
  });
}

function parse(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
