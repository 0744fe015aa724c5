import { createPrivateKey, createPublicKey, sign } from 'node:crypto';

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const GENERALIZED_TIME = 0x18;
const VERSION = 0xa0;

/** One element of DER, the encoding that certificates are written in (X.690). */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length);
  return Buffer.concat([Buffer.from([tag, 0x82]), length, body]);
}

const sha256WithRsa = der(
  SEQUENCE,
  der(OBJECT_ID, Buffer.from('2a864886f70d01010b', 'hex')),
  Buffer.from('0500', 'hex'),
);
const commonName = (name: string): Buffer =>
  der(
    SEQUENCE,
    der(SET, der(SEQUENCE, der(OBJECT_ID, Buffer.from('550403', 'hex')), der(UTF8_STRING, Buffer.from(name)))),
  );

/** A certificate of an RSA key, good from one day to another (YYYYMMDD), as PEM. @param name whose it is, such as a host */
export function selfSignedCertificate(privateKeyPem: string, from: string, until: string, name = 'Lab'): string {
  const key = createPrivateKey(privateKeyPem);
  const subject = commonName(name);
  const day = (digits: string) => der(GENERALIZED_TIME, Buffer.from(`${digits}000000Z`));
  const content = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    sha256WithRsa,
    subject,
    der(SEQUENCE, day(from), day(until)),
    subject,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
  );
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', content, key));
  const lines =
    der(SEQUENCE, content, sha256WithRsa, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
