import type { z } from 'zod';
import { handover, handoverText } from '../../shared/api/handover.ts';
import { makeHandoverKey, type KeyPlace } from './handoverKey.ts';

const NONCE_BYTES = 32;

type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** Asks the door, to which this page is signed in, for the key by which both know each other after a restart. */
export async function learnHandoverKey(token: string, place: KeyPlace, ask: Fetch): Promise<void> {
  const answer = await post('/handover/key', {}, handover.key, ask, { Authorization: `Bearer ${token}` });
  if (answer !== null) await place.keep(await makeHandoverKey(bytesOf(answer.key)));
}

/**
 * The token of a door that was started again, once each side has proved to the other that it has the key.
 * @param origin the address of this page; a proof that was made for another one is worth nothing
 * @returns null where there is no key, or the door does not know it
 */
export async function comeBack(origin: string, place: KeyPlace, ask: Fetch): Promise<string | null> {
  const key = await place.read();
  if (key === null) return null;
  const pageNonce = textOf(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
  const begun = await post('/handover/begin', { nonce: pageNonce }, handover.begin.answer, ask);
  if (begun === null) return null;
  const talk = { origin, pageNonce, doorNonce: begun.nonce };
  const doorText = new TextEncoder().encode(handoverText('door', talk));
  if (!(await crypto.subtle.verify('HMAC', key, bytesOf(begun.proof), doorText))) return null;
  const pageText = new TextEncoder().encode(handoverText('page', talk));
  const proof = textOf(new Uint8Array(await crypto.subtle.sign('HMAC', key, pageText)));
  const ended = await post('/handover/end', { nonce: begun.nonce, proof }, handover.end.answer, ask);
  return ended?.token ?? null;
}

async function post<Value>(
  path: string,
  body: unknown,
  schema: z.ZodType<Value>,
  ask: Fetch,
  headers: Readonly<Record<string, string>> = {},
): Promise<Value | null> {
  const response = await ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) return null;
  const answer = schema.safeParse(await response.json());
  return answer.success ? answer.data : null;
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** @param text base64, of either alphabet */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
