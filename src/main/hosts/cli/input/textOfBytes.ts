import { isAscii, isUtf8 } from 'node:buffer';
import { detectEncoding } from '../../../../shared/intake/detectEncoding.ts';

/** The text of a file, as intake reads it: without the byte-order mark, and by the encoding that all of its bytes fit. */
export function textOfBytes(bytes: Uint8Array): string {
  const { encoding, bomBytes } = detectEncoding(bytes, { isAscii, isUtf8 });
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(bomBytes));
}
