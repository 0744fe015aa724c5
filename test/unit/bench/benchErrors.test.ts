import { expect, test } from 'vitest';
import { benchErrors, findBenchError } from '../../../src/shared/bench/benchErrors.ts';

test.each(['0x800705B4', '800705b4', ' 0x800705b4 ', '0X800705B4'])('finds %j however it was typed', (typed) => {
  expect(findBenchError(typed)?.code).toBe('0x800705b4');
});

test.each(['815', ' 815 ', 'Event 815', 'event ID 815'])('finds the event in %j', (typed) => {
  expect(findBenchError(typed)?.name).toBe('No profile assigned');
});

test('says nothing about a code that it does not know', () => {
  expect(findBenchError('0x80000000')).toBeNull();
  expect(findBenchError('')).toBeNull();
});

test('every code stands once, as Windows prints it, with a meaning and a remedy in sentences', () => {
  expect(new Set(benchErrors().map(({ code }) => code)).size).toBe(benchErrors().length);
  for (const { code, meaning, remedy } of benchErrors()) {
    expect(code).toMatch(/^(0x[0-9a-f]{8}|\d{3})$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  }
});
