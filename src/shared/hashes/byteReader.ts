/** Little-endian reads that answer 0 beyond the end: a damaged hash is read as far as it goes and never throws. */

const MAC_BYTES = 6;
/** The order in which the bytes of a UUID are printed; -1 is a hyphen. */
const UUID_ORDER = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15] as const;
const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/** Unsigned, 0 to 255. What lies behind the end of the bytes reads as 0; callers look at lengths first. */
export function readU8(bytes: Uint8Array, offset: number): number {
  return bytes[offset] ?? 0;
}

/** Signed, -128 to 127. */
export function readI8(bytes: Uint8Array, offset: number): number {
  return (readU8(bytes, offset) << 24) >> 24;
}

/** Unsigned, little-endian like every number of a hash. */
export function readU16(bytes: Uint8Array, offset: number): number {
  return readU8(bytes, offset) | (readU8(bytes, offset + 1) << 8);
}

/** Unsigned, little-endian; by multiplication, since a shift would turn the highest bit into a sign. */
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

/** Whether lower-case hexadecimal is what stands at `offset`. */
export function isHexAt(bytes: Uint8Array, offset: number, hex: string): boolean {
  for (let index = 0; index * 2 < hex.length; index++) {
    if (!hex.startsWith(HEX[readU8(bytes, offset + index)] ?? '', index * 2)) return false;
  }
  return true;
}

/** Text from `start` up to a NUL or `end`. UTF-8; what is no UTF-8 is shown as Latin-1, as firmware often means it. */
export function readText(bytes: Uint8Array, start: number, end: number): string {
  const codes: number[] = [];
  let isAscii = true;
  for (let offset = start; offset < end; offset++) {
    const byte = readU8(bytes, offset);
    if (byte === 0) break;
    if (byte >= 0x80) isAscii = false;
    codes.push(byte);
  }
  return isAscii ? textOfCodes(codes) : decodeUtf8(codes);
}

/** UTF-16LE text from `start` up to a NUL or `end`. */
export function readUtf16(bytes: Uint8Array, start: number, end: number): string {
  const codes: number[] = [];
  for (let offset = start; offset + 1 < end; offset += 2) {
    const code = readU16(bytes, offset);
    if (code === 0) break;
    codes.push(code);
  }
  return textOfCodes(codes);
}

/** A hardware address, `A0:B1:C2:D3:E4:F5`. */
export function readMac(bytes: Uint8Array, offset: number): string {
  let text = HEX[readU8(bytes, offset)] ?? '';
  for (let index = 1; index < MAC_BYTES; index++) text += `:${HEX[readU8(bytes, offset + index)] ?? ''}`;
  return text.toUpperCase();
}

/** An SMBIOS UUID in lower case, as Windows prints it: the first three groups are stored little-endian. */
export function readUuid(bytes: Uint8Array, offset: number): string {
  let text = '';
  for (const index of UUID_ORDER) text += index < 0 ? '-' : (HEX[readU8(bytes, offset + index)] ?? '');
  return text;
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
