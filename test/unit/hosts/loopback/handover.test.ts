import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createHandover } from '../../../../src/main/hosts/loopback/handover.ts';
import { handoverText } from '../../../../src/shared/api/handover.ts';

const key = randomBytes(32);
const origin = 'http://127.0.0.1:1234';
const pageNonce = randomBytes(32).toString('base64url');

const proofOf = (doorNonce: string) =>
  createHmac('sha256', key).update(handoverText('page', { origin, pageNonce, doorNonce })).digest('base64url');

test('a proof is good for a minute', () => {
  let now = 0;
  const handover = createHandover({ key, origin, monotonicMs: () => now });
  const soon = handover.begin(pageNonce).nonce;
  const late = handover.begin(pageNonce).nonce;
  now = 60_000;
  expect(handover.end({ nonce: soon, proof: proofOf(soon) })).toBe(true);
  now = 60_001;
  expect(handover.end({ nonce: late, proof: proofOf(late) })).toBe(false);
});

test('whoever begins without end holds no more than a hundred places, and the newest stays', () => {
  const handover = createHandover({ key, origin, monotonicMs: () => 0 });
  const first = handover.begin(pageNonce).nonce;
  let last = first;
  for (let turn = 0; turn < 150; turn += 1) last = handover.begin(pageNonce).nonce;
  expect(handover.end({ nonce: first, proof: proofOf(first) })).toBe(false);
  expect(handover.end({ nonce: last, proof: proofOf(last) })).toBe(true);
});

test('the door’s own proof is not one of a page', () => {
  const handover = createHandover({ key, origin, monotonicMs: () => 0 });
  const { nonce, proof } = handover.begin(pageNonce);
  expect(handover.end({ nonce, proof })).toBe(false);
});
