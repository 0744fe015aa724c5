import { detectEncoding } from '../../../shared/intake/detectEncoding.ts';

/** The text of a file that a person chose, by the encoding that all of its bytes fit. */
export async function textOfFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { encoding, bomBytes } = detectEncoding(bytes, { isAscii, isUtf8 });
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(bomBytes));
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
