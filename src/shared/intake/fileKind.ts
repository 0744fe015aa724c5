/** The kinds of files that end up beside hash files, by their first bytes. */
const KINDS: readonly { readonly kind: string; readonly bytes: readonly number[] }[] = [
  { kind: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'a GIF picture', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'a program', bytes: [0x4d, 0x5a, 0x90, 0x00] },
  { kind: 'a 7-Zip archive', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: 'a RAR archive', bytes: [0x52, 0x61, 0x72, 0x21] },
  { kind: 'a gzip archive', bytes: [0x1f, 0x8b, 0x08] },
  { kind: 'an event log', bytes: [0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0x00] },
  { kind: 'a registry hive', bytes: [0x72, 0x65, 0x67, 0x66] },
  { kind: 'a SQLite database', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  { kind: 'an old Excel workbook', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
];

const ZIP = [0x50, 0x4b];
const CAB = [0x4d, 0x53, 0x43, 0x46];
const SAMPLE_BYTES = 8_192;
const BINARY_SHARE = 0.05;

export type FileKind =
  { readonly kind: 'text' | 'zip' | 'cab' | 'workbook' } | { readonly kind: 'other'; readonly name: string };

/** What kind of file the bytes are. Text is what is left; it has few control characters, NULs not counted. */
export function fileKindOf(bytes: Uint8Array, encoding: string): FileKind {
  if (startsWith(bytes, CAB)) return { kind: 'cab' };
  if (startsWith(bytes, ZIP) && isZipRecord(bytes[2] ?? 0, bytes[3] ?? 0)) {
    return { kind: isWorkbook(bytes) ? 'workbook' : 'zip' };
  }
  const known = KINDS.find((candidate) => startsWith(bytes, candidate.bytes));
  if (known?.kind === 'an old Excel workbook') return { kind: 'workbook' };
  if (known !== undefined) return { kind: 'other', name: known.kind };
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  return !isWide && isBinary(bytes) ? { kind: 'other', name: 'no text' } : { kind: 'text' };
}

/** A local file, or the end of an empty archive. */
function isZipRecord(third: number, fourth: number): boolean {
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6);
}

/** Office writes this part first, or among the first. */
function isWorkbook(bytes: Uint8Array): boolean {
  const start = Array.from(bytes.subarray(0, 2_048), (byte) => String.fromCharCode(byte)).join('');
  return start.includes('[Content_Types].xml') || start.includes('xl/');
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let control = 0;
  for (const byte of sample) if ((byte < 0x20 && !isTextControl(byte)) || byte === 0x7f) control++;
  return control > sample.length * BINARY_SHARE;
}

/** NUL is damage that a text survives; tab, line feed, form feed, carriage return and Ctrl+Z are text. */
function isTextControl(byte: number): boolean {
  return byte === 0 || (byte >= 9 && byte <= 13) || byte === 0x1a;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
