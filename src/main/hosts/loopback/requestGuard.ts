import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Refusal {
  readonly status: 401 | 403 | 404 | 405 | 413 | 415;
  readonly reason: string;
}

/**
 * Why a request does not come from this page, or null where it may.
 * A foreign page can make a browser send requests here, under another host name too (DNS rebinding); what it cannot do is
 * forge these headers.
 */
export function foreignRequest(headers: IncomingHttpHeaders, ownOrigin: string): Refusal | null {
  if (headers.host !== new URL(ownOrigin).host) return { status: 403, reason: 'Unexpected host.' };
  if (headers.origin !== undefined && headers.origin !== ownOrigin) {
    return { status: 403, reason: 'Unexpected origin.' };
  }
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, reason: 'Unexpected site.' };
  }
  return null;
}

/** Why the caller is not the page that was opened with this start's token, or null where it is. */
export function unauthenticated(headers: IncomingHttpHeaders, token: string): Refusal | null {
  const given = digest(headers.authorization ?? '');
  const expected = digest(`Bearer ${token}`);
  return timingSafeEqual(given, expected) ? null : { status: 401, reason: 'Open Reseal by the address it printed.' };
}

/** Equal lengths, as the comparison needs them. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
