/**
 * The checksum of a block of a cabinet: its packed bytes, then the four bytes with its two lengths, as 32-bit words that
 * are combined by exclusive or. Bytes over four at the end count the other way round ("Microsoft Cabinet Format").
 */
export function cabChecksum(packed: Buffer, lengths: Buffer): number {
  return (fold(packed) ^ fold(lengths)) >>> 0;
}

function fold(bytes: Buffer): number {
  const whole = bytes.length - (bytes.length % 4);
  let sum = 0;
  for (let at = 0; at < whole; at += 4) sum ^= bytes.readInt32LE(at);
  let last = 0;
  for (let at = whole; at < bytes.length; at++) last = (last << 8) | bytes.readUInt8(at);
  return sum ^ last;
}
