import { hash } from 'node:crypto';
import { createNativeDecoder } from './nativeBase64.ts';
import { inspectHardwareHash } from '../../../shared/hashes/inspectHardwareHash.ts';
import type { HashCheck } from '../../../shared/intake/checkRow.ts';

/** A hash that was judged. `bytes` is what is kept of it, without zero fill; null where it cannot be used. */
export interface InspectedHash {
  readonly check: HashCheck;
  readonly bytes: Buffer | null;
}

export type InspectHash = (text: string) => InspectedHash;

const CHECKSUM_RECORD_BYTES = 36;

/** The digest by which a hash proves that it is whole; `src/shared` has no crypto of its own. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

/** Judges hashes as of a moment, and keeps of a good one only what is not fill. */
export function createHashInspector(now: Date): InspectHash {
  const { decode, firstBytes } = createNativeDecoder();
  return (text) => {
    const { state, characters, checksum, issues, fields, canonical, total } = inspectHardwareHash(text, {
      sha256,
      now,
      decode,
    });
    const check: HashCheck = { state, characters, checksum, issues, fields };
    const isUsable = canonical !== null && total !== null;
    return { check, bytes: isUsable ? firstBytes(canonical, total + CHECKSUM_RECORD_BYTES) : null };
  };
}
