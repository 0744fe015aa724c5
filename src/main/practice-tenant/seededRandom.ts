import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on the parts alone, so that a run can be repeated whatever order requests come in. */
export function seededFraction(seed: number, ...parts: readonly (string | number)[]): number {
  return digestOf(seed, parts).readUInt32BE(0) / 2 ** 32;
}

/** A GUID that depends on the parts alone. */
export function seededGuid(seed: number, ...parts: readonly (string | number)[]): string {
  const bytes = digestOf(seed, parts).subarray(0, 16);
  // Version 4 and its variant (RFC 9562), as Microsoft's own.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function digestOf(seed: number, parts: readonly (string | number)[]): Buffer {
  return createHash('sha256')
    .update([seed, ...parts].join('\u0000'))
    .digest();
}

/** A whole number of milliseconds between two bounds in seconds. */
export function seededDelayMs(range: readonly [number, number], fraction: number): number {
  const [from, to] = range;
  return Math.round((from + (to - from) * fraction) * 1000);
}
