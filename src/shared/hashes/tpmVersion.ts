/** The number out of what a hash says of its TPM: it may read “2.0” or “TPM-Version:2.0 -Level:0-Revision:1.38 …”. */
export function tpmVersionOf(text: string | null): string | null {
  return /\d+\.\d+/.exec(text ?? '')?.[0] ?? null;
}

/** Whether such a version is one of TPM 2, which attestation needs. */
export const isTpm2 = (version: string): boolean => version.startsWith('2.');
