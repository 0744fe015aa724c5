import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { handoverText, type HandoverTalk } from '../../../shared/api/handover.ts';

export const NONCE_BYTES = 32;
const GOOD_FOR_MS = 60_000;
const MOST_OPEN = 100;

interface HandoverOptions {
  readonly key: Buffer;
  readonly origin: string;
  readonly monotonicMs: () => number;
}

function sign(key: Buffer, side: 'door' | 'page', talk: HandoverTalk): string {
  return createHmac('sha256', key).update(handoverText(side, talk)).digest('base64url');
}

function isProof(key: Buffer, side: 'door' | 'page', talk: HandoverTalk, proof: string): boolean {
  const expected = Buffer.from(sign(key, side, talk));
  const given = Buffer.from(proof);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Whether whoever answered is a door that knows the key. */
export function isDoorsProof(key: Buffer, talk: HandoverTalk, proof: string): boolean {
  return isProof(key, 'door', talk, proof);
}

/** The door's side of the handover (`shared/api/handover.ts`): it proves that it knows the key, and then wants the page's proof. */
export function createHandover({ key, origin, monotonicMs }: HandoverOptions) {
  const open = new Map<string, { readonly pageNonce: string; readonly until: number }>();

  function forgetOld(): void {
    const now = monotonicMs();
    for (const [nonce, { until }] of open) if (until < now || open.size > MOST_OPEN) open.delete(nonce);
  }

  return {
    begin(pageNonce: string): { readonly nonce: string; readonly proof: string } {
      const nonce = randomBytes(NONCE_BYTES).toString('base64url');
      open.set(nonce, { pageNonce, until: monotonicMs() + GOOD_FOR_MS });
      forgetOld();
      return { nonce, proof: sign(key, 'door', { origin, pageNonce, doorNonce: nonce }) };
    },
    /** Whether the page that began with this nonce knows the key; it can be asked once. */
    end({ nonce, proof }: { readonly nonce: string; readonly proof: string }): boolean {
      const begun = open.get(nonce);
      open.delete(nonce);
      if (begun === undefined || begun.until < monotonicMs()) return false;
      return isProof(key, 'page', { origin, pageNonce: begun.pageNonce, doorNonce: nonce }, proof);
    },
  };
}
