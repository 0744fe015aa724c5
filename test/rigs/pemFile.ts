import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selfSignedCertificate } from './selfSignedCertificate.ts';

/** A PEM file with a new key and, where days are given, its certificate. */
export function pemFileIn(folder: string, ...days: readonly [] | readonly [from: string, until: string]): string {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const file = join(folder, `${randomUUID()}.pem`);
  const certificate = days.length === 0 ? '' : selfSignedCertificate(privateKey, ...days);
  writeFileSync(file, privateKey + certificate, { mode: 0o600 });
  return file;
}
