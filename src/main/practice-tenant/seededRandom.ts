import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on the parts alone, so that a run can be repeated whatever order requests come in. */
export function seededFraction(seed: number, ...parts: readonly (string | number)[]): number {
  const digest = createHash('sha256')
    .update([seed, ...parts].join('\u0000'))
    .digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

/** A whole number of milliseconds between two bounds in seconds. */
export function seededDelayMs(range: readonly [number, number], fraction: number): number {
  const [from, to] = range;
  return Math.round((from + (to - from) * fraction) * 1000);
}
