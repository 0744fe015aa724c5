import { hkdfSync } from 'node:crypto';
import type { DatabaseKey } from '../store/sqlite.ts';

/** One secret of a queue; everything else is derived from it. */
export const SECRET_BYTES = 16;
const KEY_ID_HEX = 8;

type Use = 'database' | 'practice tenant' | 'key id';

/** Each use has its own 32 bytes, so that none tells anything of another. */
function derive(secret: Buffer, use: Use): Buffer<ArrayBuffer> {
  return Buffer.from(hkdfSync('sha256', secret, 'reseal', use, 32));
}

/** Eight hexadecimal digits by which people tell keys apart. */
export function keyIdOf(secret: Buffer): string {
  return derive(secret, 'key id').toString('hex').slice(0, KEY_ID_HEX);
}

export function databaseKeyOf(secret: Buffer, use: Exclude<Use, 'key id'>, cipher: DatabaseKey['cipher']): DatabaseKey {
  return { cipher, bytes: derive(secret, use), id: keyIdOf(secret) };
}
