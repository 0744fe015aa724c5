import { exchangesOf } from './exchangesOf.ts';
import type { Exchange } from './openApiValidator.ts';

/** A `fetch` that passes everything on and hands each exchange with Graph, and each one inside a batch, to `record`. */
export function recordExchanges(
  fetch: typeof globalThis.fetch,
  record: (exchange: Exchange) => void,
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const sent = await request.clone().text();
    const response = await fetch(request);
    const answer = { status: response.status, text: await response.clone().text() };
    exchangesOf({ url: request.url, method: request.method, request: sent, answer }).forEach(record);
    return response;
  };
}
