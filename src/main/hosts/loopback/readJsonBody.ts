import type { IncomingMessage } from 'node:http';
import { RefusedRequest } from './refusedRequest.ts';

/** A piece of a file (4 MiB) in base64, and room to spare. */
export const MAX_BODY_BYTES = 8 * 1_024 * 1_024;

/** What a page that is not signed in yet may send: a code or a proof. */
export const MAX_STRANGER_BODY_BYTES = 4_096;

/**
 * The JSON of a request.
 * @throws RefusedRequest when it is not JSON, or larger than `mostBytes`
 */
export async function readJsonBody(request: IncomingMessage, mostBytes = MAX_BODY_BYTES): Promise<unknown> {
  // No form and no image can send this type, and any foreign script needs a preflight that is never answered.
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
    throw new RefusedRequest(415, 'Send application/json.');
  }
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let received = 0;
  // The stream is left open when the limit is passed, so that the refusal can still be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue;
    received += chunk.length;
    if (received > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RefusedRequest(400, 'The request is not JSON.');
  }
}

function tooLarge(): RefusedRequest {
  return new RefusedRequest(413, 'The request is too large.');
}
