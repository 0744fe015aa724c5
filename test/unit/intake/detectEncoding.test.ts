import { isAscii, isUtf8 } from 'node:buffer';
import { expect, test } from 'vitest';
import { detectEncoding } from '../../../src/shared/intake/detectEncoding.ts';

const text = 'Device Serial Number,Windows Product ID\r\n';

test.each<readonly [string, Buffer, string, boolean]>([
  ['nothing', Buffer.alloc(0), 'ascii', false],
  ['plain text', Buffer.from(text), 'ascii', false],
  ['UTF-8 by its characters', Buffer.from(`${text}Zürich`), 'utf-8', false],
  ['UTF-8 by its mark', Buffer.from(`\uFEFF${text}`), 'utf-8', true],
  ['windows-1252, because it is no UTF-8', Buffer.from(`${text}Zürich`, 'latin1'), 'windows-1252', false],
  [
    'windows-1252 by one byte at the very end',
    Buffer.concat([Buffer.alloc(2_000_000, 0x41), Buffer.from([0xfc])]),
    'windows-1252',
    false,
  ],
  ['UTF-16LE by its mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le', true],
  ['UTF-16LE by its NULs', Buffer.from(text, 'utf16le'), 'utf-16le', false],
  ['UTF-16BE by its mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be', true],
  ['UTF-16BE by its NULs', Buffer.from(text, 'utf16le').swap16(), 'utf-16be', false],
  ['plain text with some NULs', Buffer.from(`${text}\0\0\0\0`), 'ascii', false],
])('%s', (_, bytes, encoding, bom) => {
  expect(detectEncoding(bytes, { isAscii, isUtf8 })).toMatchObject({ encoding, bom });
});
