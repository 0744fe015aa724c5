import { describe, expect, it } from 'vitest';
import { elapsedTime } from '../../../src/main/hosts/cli/bench/elapsedTime.ts';

describe('the elapsed time of a result screen', () => {
  it.each([
    ['34:12', 2_052_000],
    ['0:34:12', 2_052_000],
    ['1:02:03', 3_723_000],
    ['34m12s', 2_052_000],
    ['34m', 2_040_000],
    ['1h', 3_600_000],
    ['90s', 90_000],
    ['90', 90_000],
  ])('%s is %d milliseconds', (text, milliseconds) => {
    expect(elapsedTime(text)).toBe(milliseconds);
  });

  it.each(['', 'soon', '-5', '0', '0:00', '1:2:3:4', '12:3', 'Infinity x', 'm'])('%s is none', (text) => {
    expect(() => elapsedTime(text)).toThrow('34:12');
  });
});
