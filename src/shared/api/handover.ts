import { z } from 'zod';

/** Random bytes of one side, new for each attempt. */
const nonce = z.string().regex(/^[\w-]{43}$/);
/** An HMAC-SHA-256, in base64url. */
const proof = z.string().regex(/^[\w-]{43}$/);

/**
 * How a page that was open before a restart gets into the door again. Both know a key of the data folder, and neither sends it:
 * each proves that it has it, to the address it believes to speak to, so that nobody who took the port in between learns anything.
 */
export const handover = {
  /** To a page that is signed in: the key, 32 bytes in base64. */
  key: z.object({ key: z.base64() }),
  begin: { request: z.object({ nonce }), answer: z.object({ nonce, proof }) },
  end: { request: z.object({ nonce, proof }), answer: z.object({ token: z.string() }) },
} as const;

export interface HandoverTalk {
  /** Of the door, as this side sees it: `http://127.0.0.1:1234`. */
  readonly origin: string;
  readonly pageNonce: string;
  readonly doorNonce: string;
}

/** What a side signs with the key. */
export function handoverText(side: 'door' | 'page', { origin, pageNonce, doorNonce }: HandoverTalk): string {
  return ['reseal handover', side, origin, pageNonce, doorNonce].join('\n');
}
