import { describe, expect, test } from 'vitest';
import { isDead, sightingsAfter, SILENCE_MS } from '../../../src/main/outbox/runnerLiveness.ts';

const runner = { id: 'r', host: 'bench-1', processId: 42, beat: 7 };
const here = (nowMs: number, isAlive: boolean) => ({ host: 'bench-1', nowMs, isProcessAlive: () => isAlive });

describe('whether another runner has died', () => {
  test('its process is gone: at once', () => {
    expect(isDead(runner, undefined, here(0, false))).toBe(true);
  });
  test('its process is there and never seen before: not yet', () => {
    expect(isDead(runner, undefined, here(1_000_000, true))).toBe(false);
  });
  test('its beat has not changed for too long: the number belongs to another program now', () => {
    expect(isDead(runner, { beat: 7, sinceMs: 0 }, here(SILENCE_MS, true))).toBe(true);
  });
  test('its beat has changed since: alive', () => {
    expect(isDead(runner, { beat: 6, sinceMs: 0 }, here(SILENCE_MS * 2, true))).toBe(false);
  });
  test('it runs on another computer, whose processes cannot be asked', () => {
    const elsewhere = { ...runner, host: 'bench-2' };
    expect(isDead(elsewhere, { beat: 7, sinceMs: 0 }, here(SILENCE_MS - 1, false))).toBe(false);
    expect(isDead(elsewhere, { beat: 7, sinceMs: 0 }, here(SILENCE_MS, false))).toBe(true);
  });
});

test('a beat keeps the time at which it was first seen; a new one begins anew; the gone are forgotten', () => {
  const before = new Map([
    ['r', { beat: 7, sinceMs: 100 }],
    ['gone', { beat: 1, sinceMs: 100 }],
  ]);
  expect(sightingsAfter(before, [runner], 500)).toEqual(new Map([['r', { beat: 7, sinceMs: 100 }]]));
  expect(sightingsAfter(before, [{ ...runner, beat: 8 }], 500)).toEqual(new Map([['r', { beat: 8, sinceMs: 500 }]]));
});
