import { randomBytes } from 'node:crypto';
import { handover } from '../../../shared/api/handover.ts';
import type { DoorRecord } from './doorRecord.ts';
import { isDoorsProof, NONCE_BYTES } from './handover.ts';

/** It answers from memory, on this computer. */
const ANSWERS_WITHIN_MS = 2_000;

/** The address of the door that serves a data folder already; null where none does. It proves that it knows the folder's key. */
export async function runningDoor({ port, handoverKey }: DoorRecord): Promise<string | null> {
  if (port === 0) return null;
  const origin = `http://127.0.0.1:${port}`;
  const pageNonce = randomBytes(NONCE_BYTES).toString('base64url');
  try {
    const response = await fetch(`${origin}/handover/begin`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ nonce: pageNonce }),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    const { nonce, proof } = handover.begin.answer.parse(await response.json());
    return isDoorsProof(handoverKey, { origin, pageNonce, doorNonce: nonce }, proof) ? origin : null;
  } catch {
    // Nobody, or another program: the port of the last start is free to be another one.
    return null;
  }
}
