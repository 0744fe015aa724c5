import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { GraphError } from '../graphError.ts';

/** With what an app signs in by itself. The file is read where it lies and never copied. */
export interface Certificate {
  /** SHA-256, hexadecimal. */
  readonly thumbprintSha256: string;
  /** A PEM file, readable by the account that runs Reseal and by nobody else. */
  readonly privateKeyFile: string;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/;

/** A certificate as somebody entered it. */
export interface EnteredCertificate {
  readonly thumbprintSha256: string | null;
  readonly privateKeyFile: string;
}

/**
 * Reads a PEM file's private key. Where its certificate lies beside it, that tells the thumbprint, and is compared with the
 * key and the calendar, which Microsoft would refuse with fewer words.
 * @throws GraphError `unauthorized` that says what is wrong with the file
 */
export async function readCertificateKey(
  { privateKeyFile: file, thumbprintSha256: entered }: EnteredCertificate,
  now: Date,
): Promise<{ readonly privateKey: string; readonly thumbprintSha256: string }> {
  await refuseOpenToOthers(file);
  const pem = await readFile(file, 'utf8').catch(() => {
    throw unusable(
      `The certificate's private key cannot be read from ${file}; check the path and who may read the file.`,
    );
  });
  const key = privateKeyIn(pem, file);
  const text = CERTIFICATE.exec(pem)?.[0];
  if (text === undefined) {
    if (entered !== null) return { privateKey: pem, thumbprintSha256: entered };
    throw unusable(
      `${file} holds the key and not the certificate; add the certificate to it, or enter its thumbprint.`,
    );
  }
  const certificate = certificateIn(text, file);
  const thumbprintSha256 = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
  if (entered !== null && entered.toLowerCase() !== thumbprintSha256) {
    throw unusable(
      `The thumbprint is not that of the certificate in ${file}; enter its SHA-256 thumbprint, or leave it out.`,
    );
  }
  refuseUnfit(certificate, key, { file, now });
  return { privateKey: pem, thumbprintSha256 };
}

/** Windows has no modes: there, who can read a file is not looked at. */
async function refuseOpenToOthers(file: string): Promise<void> {
  // A file that is not there is told by the reading.
  const mode = await stat(file).then(
    (status) => status.mode,
    () => 0,
  );
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  throw unusable(`Other accounts of this computer can read the private key in ${file}; run chmod 600 "${file}".`);
}

function privateKeyIn(pem: string, file: string): ReturnType<typeof createPrivateKey> {
  if (/ENCRYPTED/.test(pem)) {
    throw unusable(`The private key in ${file} is protected by a passphrase; Reseal needs one without.`);
  }
  try {
    return createPrivateKey(pem);
  } catch {
    throw unusable(
      `${file} holds no private key in PEM form; export the certificate with its key as PEM, not as PFX or CER.`,
    );
  }
}

function certificateIn(text: string, file: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch {
    throw unusable(`The certificate in ${file} is damaged; export it again.`);
  }
}

function refuseUnfit(
  found: X509Certificate,
  key: ReturnType<typeof createPrivateKey>,
  { file, now }: { readonly file: string; readonly now: Date },
): void {
  if (!found.checkPrivateKey(key)) {
    throw unusable(`The private key in ${file} does not belong to the certificate beside it; export both again.`);
  }
  if (found.validToDate < now) {
    throw unusable(
      `The certificate in ${file} expired on ${found.validToDate.toISOString().slice(0, 10)}; make a new one, and add it to the app registration.`,
    );
  }
}

function unusable(sentence: string): GraphError {
  return new GraphError(sentence, { kind: 'unauthorized', code: 'certificateUnusable' });
}
