/** Little-endian reads that answer 0 beyond the end: a damaged hash is read as far as it goes and never throws. */

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

export function readU8(bytes: Uint8Array, offset: number): number {
  return bytes[offset] ?? 0;
}

export function readI8(bytes: Uint8Array, offset: number): number {
  return (readU8(bytes, offset) << 24) >> 24;
}

export function readU16(bytes: Uint8Array, offset: number): number {
  return readU8(bytes, offset) | (readU8(bytes, offset + 1) << 8);
}

export function readU32(bytes: Uint8Array, offset: number): number {
  return readU16(bytes, offset) + readU16(bytes, offset + 2) * 0x10000;
}

/** Exact up to 2^53; sizes beyond that do not exist in a hash. */
export function readU64(bytes: Uint8Array, offset: number): number {
  return readU32(bytes, offset) + readU32(bytes, offset + 4) * 0x1_0000_0000;
}

/** Lower-case hexadecimal. */
export function readHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}

/** Text up to a NUL or the end. UTF-8; bytes that are no UTF-8 are shown as Latin-1, as firmware often means them. */
export function readText(bytes: Uint8Array): string {
  const codes: number[] = [];
  let isAscii = true;
  for (const byte of bytes) {
    if (byte === 0) break;
    if (byte >= 0x80) isAscii = false;
    codes.push(byte);
  }
  return isAscii ? textOfCodes(codes) : decodeUtf8(codes);
}

/** UTF-16LE text up to a NUL or the end. */
export function readUtf16(bytes: Uint8Array): string {
  const codes: number[] = [];
  for (let offset = 0; offset + 1 < bytes.length; offset += 2) {
    const code = readU16(bytes, offset);
    if (code === 0) break;
    codes.push(code);
  }
  return textOfCodes(codes);
}

/** An SMBIOS UUID as Windows prints it: the first three groups are stored little-endian. */
export function readUuid(bytes: Uint8Array): string {
  const hex = (from: number, to: number): string => readHex(bytes.subarray(from, to));
  const reversed = (from: number, to: number): string => readHex(bytes.slice(from, to).reverse());
  return `${reversed(0, 4)}-${reversed(4, 6)}-${reversed(6, 8)}-${hex(8, 10)}-${hex(10, 16)}`;
}

/** In pieces, because a call takes a limited number of arguments; one piece gives a flat string, cheap to keep. */
function textOfCodes(codes: readonly number[]): string {
  const PIECE = 8192;
  if (codes.length <= PIECE) return String.fromCharCode(...codes);
  let text = '';
  for (let start = 0; start < codes.length; start += PIECE) {
    text += String.fromCharCode(...codes.slice(start, start + PIECE));
  }
  return text;
}

function decodeUtf8(codes: readonly number[]): string {
  try {
    return decodeURIComponent(codes.map((code) => `%${HEX[code] ?? ''}`).join(''));
  } catch {
    // decodeURIComponent is the only UTF-8 decoder of the language itself, and it refuses what is not UTF-8.
    return textOfCodes(codes);
  }
}
