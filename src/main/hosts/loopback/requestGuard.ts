import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { RefusedRequest } from './refusedRequest.ts';

/**
 * Refuses what does not come from this door's own page.
 * A foreign page can make a browser send requests here, under another host name too (DNS rebinding); what it cannot do is
 * forge these headers.
 * @throws RefusedRequest 403
 */
export function refuseForeign({ headers, headersDistinct }: IncomingMessage, ownOrigin: string): void {
  // Node takes the first of two Host headers, and whoever stands before it may have taken the other.
  const hosts = headersDistinct['host'] ?? [];
  if (hosts.length !== 1 || hosts[0] !== new URL(ownOrigin).host) throw new RefusedRequest(403, 'Unexpected host.');
  if (headers.origin !== undefined && headers.origin !== ownOrigin) {
    throw new RefusedRequest(403, 'Unexpected origin.');
  }
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new RefusedRequest(403, 'Unexpected site.');
  }
}

/**
 * Refuses a caller that was not opened with this start's token.
 * @throws RefusedRequest 401
 */
export function refuseStranger(headers: IncomingHttpHeaders, token: string): void {
  const given = digest(headers.authorization ?? '');
  if (timingSafeEqual(given, digest(`Bearer ${token}`))) return;
  throw new RefusedRequest(401, STRANGER);
}

export const STRANGER = 'Open Reseal by the address that it printed.';

/** Equal lengths, as the comparison needs them. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
