import { beforeEach, expect, test } from 'vitest';
import { createTokenMemory, type TokenMemory } from '../../../src/main/graph/signIn/tokenMemory.ts';
import { leapingClock, never, type LeapingClock } from '../../fakes/graphFetch.ts';

const MINUTE_MS = 60_000;
let clock: LeapingClock;
let tokens: TokenMemory;

beforeEach(() => {
  clock = leapingClock('2026-01-01T12:00:00Z');
  tokens = createTokenMemory(clock);
  tokens.keep('User.Read', 'token', new Date('2026-01-01T13:00:00Z'));
});

test('a token serves until five minutes before its end', async () => {
  expect(tokens.get('User.Read')).toBe('token');
  await clock.wait(55 * MINUTE_MS - 1, never);
  expect(tokens.get('User.Read')).toBe('token');
  await clock.wait(1, never);
  expect(tokens.get('User.Read')).toBeNull();
});

test('a clock that somebody sets neither ends a token nor keeps it alive', async () => {
  clock.setTimeOfDay('2030-01-01T00:00:00Z');
  expect(tokens.get('User.Read')).toBe('token');
  clock.setTimeOfDay('2020-01-01T00:00:00Z');
  await clock.wait(55 * MINUTE_MS, never);
  expect(tokens.get('User.Read')).toBeNull();
});

test('a token is for its own permission, serves not at all where its end is unknown, and is forgotten at sign-out', () => {
  tokens.keep('User.ReadBasic.All', 'endless', null);
  expect(tokens.get('User.ReadBasic.All')).toBeNull();
  expect(tokens.get('Device.Read.All')).toBeNull();
  tokens.clear();
  expect(tokens.get('User.Read')).toBeNull();
});
